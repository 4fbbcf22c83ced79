import type { Settings } from '../../lib/settings/settings';
import { SelectField } from '../form/SelectField';
import { refusal, type StepView } from './view';

const dialects = ['auto', 'https', 'cdr', 'rest'] as const;

interface DialectChoiceProps {
  view: StepView;
  change: (part: Partial<Settings['ucm']>) => Promise<Parameters<typeof refusal>[1]>;
}

/** How the UCM is spoken to: found out, unless a person knows better. The form that tells the password says so. */
export function DialectChoice({ view, change }: DialectChoiceProps) {
  const { words, settings } = view;
  const { ucm, saved, invalid } = words.options;
  return (
    <>
      <SelectField
        id="ucm-dialect"
        setting="ucm.dialect"
        label={ucm.dialect}
        hint={ucm.dialectHint}
        savedWord={saved}
        value={settings.ucm.dialect}
        choices={dialects.map((value) => ({ value, label: ucm.dialects[value] }))}
        save={async (value) => {
          const dialect = dialects.find((one) => one === value) ?? 'auto';
          return refusal(words, await change({ dialect }), invalid.long, '');
        }}
      />
      {settings.ucm.dialect === 'rest' && <p class="said said-warn">{ucm.restWarning}</p>}
    </>
  );
}
