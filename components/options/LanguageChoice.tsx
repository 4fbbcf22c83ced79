import { languages } from '../../lib/text/texts';
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
        {choices.map((one) => (
          <option key={one} value={one}>
            {words.options.languages[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
