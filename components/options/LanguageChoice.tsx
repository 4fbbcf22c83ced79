import { languages } from '../../lib/text/texts';
import { languageName } from './language-names';
import type { StepView } from './view';

export function LanguageChoice({ view }: { view: StepView }) {
  const { store, words, settings, state } = view;
  const locked = state.origin.locked.includes('language');
  const choices = ['auto', ...languages] as const;
  return (
    <div class="language">
      <label for="language">{words.options.language}</label>
      <select
        id="language"
        disabled={locked}
        aria-describedby={locked ? 'language-lock' : undefined}
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
      {locked && <span id="language-lock">{words.keeping.locked}</span>}
    </div>
  );
}
