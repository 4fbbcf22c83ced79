import type { Settings } from '../../lib/settings/settings';
import { clockText, readClockText } from '../form/clock-text';
import { TextField } from '../form/TextField';
import { DaysField } from './DaysField';
import { refusal, type StepView } from './view';

/** Days and times of work: one setting, shown wherever something follows it. `of`: of which section the fields are. */
export function WorkingHours({ view, of }: { view: StepView; of: string }) {
  const { store, words, settings } = view;
  const { rules: texts } = words.unknown;
  const { unknown: rules } = settings;
  const field = (name: 'days' | 'from' | 'until') => ({
    id: `${of}-${name}`,
    setting: `unknown.${name}`,
    savedWord: words.options.saved,
  });
  const change = (part: Partial<Settings['unknown']>) =>
    store.change((now) => ({ ...now, unknown: { ...now.unknown, ...part } }));
  const clock = (name: 'from' | 'until', label: string) => (
    <TextField
      {...field(name)}
      label={label}
      kind="number"
      value={clockText(rules[name])}
      save={async (text) =>
        refusal(words, await change({ [name]: readClockText(text) }), texts.noClock, clockText(rules[name]))
      }
    />
  );
  return (
    <>
      <DaysField
        {...field('days')}
        label={texts.days}
        language={words.language}
        value={rules.days}
        save={async (days) => refusal(words, await change({ days: [...days] }), texts.noNumber, '')}
      />
      {clock('from', texts.fromTime)}
      {clock('until', texts.untilTime)}
    </>
  );
}
