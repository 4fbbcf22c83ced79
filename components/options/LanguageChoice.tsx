import { languages } from '../../lib/text/texts';
import { languageName } from './language-names';
import type { StepView } from './view';

export function LanguageChoice({ view }: { view: StepView }) {
  const { store, words, settings, state } = view;
  const choices = ['auto', ...languages] as const;
  return (
    <label class="language">
      {words.options.language}
      <select
        disabled={state.origin.locked.includes('language')}
        title={state.origin.locked.includes('language') ? words.keeping.locked : undefined}
        value={settings.language}
        onChange={(event) => {
          const language = choices.find((one) => one === event.currentTarget.value);
          if (language) void store.change((now) => ({ ...now, language }));
        }}
      >
        <option value="auto">{words.options.browserLanguage}</option>
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageName(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
