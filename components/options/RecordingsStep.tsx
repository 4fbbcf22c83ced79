import type { Settings } from '../../lib/settings/settings';
import { SelectField } from '../form/SelectField';
import { TextField } from '../form/TextField';
import { wholeNumber } from '../form/whole-number';
import { StepCard } from './StepCard';
import { refusal, type StepView } from './view';

/** Who may listen, and how long what was listened to stays in this browser. */
export function RecordingsStep({ view }: { view: StepView }) {
  const { store, words, settings } = view;
  const { recordings: texts, invalid, saved: savedWord } = words.options;
  const { listen, keepDays, keepMegabytes } = settings.recordings;

  const change = (part: Partial<Settings['recordings']>) =>
    store.change((now) => ({ ...now, recordings: { ...now.recordings, ...part } }));

  return (
    <StepCard id="step-recordings" number={4} title={texts.title} intro={texts.intro} words={words}>
      <div class="fields">
        <SelectField
          id="recordings-listen"
          setting="recordings.listen"
          label={texts.listen}
          savedWord={savedWord}
          value={listen ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: texts.allowed },
            { value: 'no', label: texts.notAllowed },
          ]}
          save={async (value) => refusal(words, await change({ listen: value === 'yes' }), invalid.long, '')}
        />
        <TextField
          id="recordings-days"
          setting="recordings.keepDays"
          label={texts.keepDays}
          hint={texts.keepDaysHint}
          unit={words.options.sync.daysUnit}
          savedWord={savedWord}
          kind="number"
          value={String(keepDays)}
          save={async (text) =>
            refusal(words, await change({ keepDays: wholeNumber(text) }), invalid.keepDays, String(keepDays))
          }
        />
        {keepDays > 0 && (
          <TextField
            id="recordings-megabytes"
            setting="recordings.keepMegabytes"
            label={texts.keepMegabytes}
            hint={texts.keepMegabytesHint}
            unit={texts.megabytes}
            savedWord={savedWord}
            kind="number"
            value={String(keepMegabytes)}
            save={async (text) =>
              refusal(
                words,
                await change({ keepMegabytes: wholeNumber(text) }),
                invalid.keepMegabytes,
                String(keepMegabytes),
              )
            }
          />
        )}
      </div>
    </StepCard>
  );
}
