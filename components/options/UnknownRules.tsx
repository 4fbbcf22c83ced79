import type { ErrorShape } from '../../lib/errors';
import type { Settings } from '../../lib/settings/settings';
import { isNumberPattern } from '../../lib/settings/unknown';
import { SelectField } from '../form/SelectField';
import { TextField } from '../form/TextField';
import { wholeNumber } from '../form/whole-number';
import { refusal, type StepView } from './view';
import { WorkingHours } from './WorkingHours';
import { YesNoField } from './YesNoField';

type Rules = Settings['unknown'];

interface UnknownRulesProps {
  view: StepView;
  change(part: Partial<Rules>): Promise<ErrorShape | undefined>;
}

/** Which calls make a number worth a decision. */
export function UnknownRules({ view, change }: UnknownRulesProps) {
  const { words, settings } = view;
  const { rules: texts } = words.unknown;
  const { unknown: rules } = settings;
  const { saved: savedWord } = words.options;
  const say = (error: ErrorShape | undefined, own: string, old: string) => refusal(words, error, own, old);
  const field = (name: keyof Rules) => ({ id: `unknown-${name}`, setting: `unknown.${name}`, savedWord });
  const savePatterns = async (name: 'prefixes' | 'never', text: string) => {
    const lines = text
      .split(/[\n,;]/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const wrong = lines.find((line) => !isNumberPattern(line));
    const why = wrong === undefined ? texts.noPattern : words.say(texts.wrongPattern, { value: wrong });
    return say(await change({ [name]: lines }), why, '');
  };

  return (
    <div class="fields">
      <SelectField
        {...field('directions')}
        label={texts.directions}
        value={rules.directions}
        choices={(['in', 'out', 'both'] as const).map((value) => ({ value, label: texts.directionsOf[value] }))}
        save={async (next) => {
          const found = (['in', 'out', 'both'] as const).find((one) => one === next) ?? rules.directions;
          return say(await change({ directions: found }), texts.noNumber, '');
        }}
      />
      <YesNoField
        {...field('answered')}
        label={texts.answered}
        value={rules.answered}
        words={words}
        save={async (next) => say(await change({ answered: next }), texts.noNumber, '')}
      />
      <TextField
        {...field('seconds')}
        label={texts.seconds}
        kind="number"
        value={String(rules.seconds)}
        save={async (text) => say(await change({ seconds: wholeNumber(text) }), texts.noNumber, String(rules.seconds))}
      />
      <TextField
        {...field('calls')}
        label={texts.calls}
        hint={texts.callsHint}
        kind="number"
        value={String(rules.calls)}
        save={async (text) => say(await change({ calls: wholeNumber(text) }), texts.noNumber, String(rules.calls))}
      />
      <SelectField
        {...field('hours')}
        label={texts.hours}
        value={rules.hours}
        choices={[
          { value: 'any', label: words.keeping.no },
          { value: 'working', label: words.keeping.yes },
        ]}
        save={async (next) => say(await change({ hours: next === 'working' ? 'working' : 'any' }), texts.noNumber, '')}
      />
      {rules.hours === 'working' && <WorkingHours view={view} of="unknown" />}
      <TextField
        {...field('prefixes')}
        label={texts.prefixes}
        hint={texts.prefixesHint}
        kind="lines"
        value={rules.prefixes.join('\n')}
        save={(text) => savePatterns('prefixes', text)}
      />
      <TextField
        {...field('never')}
        label={texts.never}
        hint={texts.neverHint}
        kind="lines"
        value={rules.never.join('\n')}
        save={(text) => savePatterns('never', text)}
      />
    </div>
  );
}
