import type { Settings } from '../../lib/settings/settings';
import { SelectField } from '../form/SelectField';
import { TextField } from '../form/TextField';
import { wholeNumber } from '../form/whole-number';
import { StepCard } from './StepCard';
import { refusal, type StepView } from './view';
import { WorkingHours } from './WorkingHours';
import { YesNoField } from './YesNoField';

/** Which missed calls somebody has to call back for. */
export function MissedStep({ view }: { view: StepView }) {
  const { store, words, settings } = view;
  const { missed: texts, invalid, saved: savedWord } = words.options;
  const { rules } = words.unknown;
  const { hours, seconds, menu } = settings.missed;
  const field = (name: keyof Settings['missed']) => ({ id: `missed-${name}`, setting: `missed.${name}`, savedWord });
  const change = (part: Partial<Settings['missed']>) =>
    store.change((now) => ({ ...now, missed: { ...now.missed, ...part } }));

  return (
    <StepCard id="step-missed" number={6} title={texts.title} intro={texts.intro} words={words}>
      <div class="fields">
        <SelectField
          {...field('hours')}
          label={rules.hours}
          value={hours}
          choices={[
            { value: 'any', label: words.keeping.no },
            { value: 'working', label: words.keeping.yes },
          ]}
          save={async (next) =>
            refusal(words, await change({ hours: next === 'working' ? 'working' : 'any' }), invalid.long, '')
          }
        />
        {hours === 'working' && <WorkingHours view={view} of="missed" />}
        <TextField
          {...field('seconds')}
          label={texts.seconds}
          hint={texts.secondsHint}
          kind="number"
          value={String(seconds)}
          save={async (text) =>
            refusal(words, await change({ seconds: wholeNumber(text) }), rules.noNumber, String(seconds))
          }
        />
        <YesNoField
          {...field('menu')}
          label={texts.menu}
          value={menu}
          words={words}
          save={async (next) => refusal(words, await change({ menu: next }), invalid.long, '')}
        />
      </div>
    </StepCard>
  );
}
