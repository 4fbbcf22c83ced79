import type { Settings } from '../../lib/settings/settings';
import { SelectField } from '../form/SelectField';
import { TextField } from '../form/TextField';
import { wholeNumber } from '../form/whole-number';
import { NumberData } from './NumberData';
import { refusal, type StepView } from './view';
import { WipeAll } from './WipeAll';

/** How long what is kept, and how it goes: by age, by number, all of it. */
export function PersonalData({ view }: { view: StepView }) {
  const { store, words, settings } = view;
  const { keeping } = words;
  const { saved: savedWord, sync, invalid } = words.options;
  const { callMonths, logDays } = settings.retention;

  const change = (part: Partial<Settings['retention']>) =>
    store.change((now) => ({ ...now, retention: { ...now.retention, ...part } }));

  return (
    <section class="step" id="personal-data" aria-labelledby="personal-data-title">
      <header class="step-head">
        <h2 id="personal-data-title">{keeping.title}</h2>
      </header>
      <p class="step-intro">{keeping.intro}</p>
      <div class="fields">
        <TextField
          id="retention-calls"
          setting="retention.callMonths"
          label={keeping.callMonths}
          hint={keeping.callMonthsHint}
          unit={keeping.months}
          savedWord={savedWord}
          kind="number"
          value={String(callMonths)}
          save={async (text) =>
            refusal(
              words,
              await change({ callMonths: wholeNumber(text) }),
              keeping.callMonthsInvalid,
              String(callMonths),
            )
          }
        />
        <TextField
          id="retention-log"
          setting="retention.logDays"
          label={keeping.logDays}
          unit={sync.daysUnit}
          savedWord={savedWord}
          kind="number"
          value={String(logDays)}
          save={async (text) =>
            refusal(words, await change({ logDays: wholeNumber(text) }), keeping.logDaysInvalid, String(logDays))
          }
        />
        <SelectField
          id="retention-may-delete"
          setting="retention.mayDelete"
          label={keeping.mayDelete}
          hint={keeping.mayDeleteHint}
          savedWord={savedWord}
          value={settings.retention.mayDelete ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: keeping.allowed },
            { value: 'no', label: keeping.notAllowed },
          ]}
          save={async (value) => refusal(words, await change({ mayDelete: value === 'yes' }), invalid.long, '')}
        />
        <SelectField
          id="secrets-keep"
          setting="secrets.keep"
          label={keeping.keep}
          hint={keeping.keepHint}
          savedWord={savedWord}
          value={settings.secrets.keep}
          choices={[
            { value: 'always', label: keeping.keepAlways },
            { value: 'session', label: keeping.keepSession },
          ]}
          save={async (value) => {
            const keep = value === 'session' ? 'session' : 'always';
            return refusal(words, await store.change((now) => ({ ...now, secrets: { keep } })), invalid.long, '');
          }}
        />
      </div>
      <NumberData view={view} />
      <WipeAll view={view} />
    </section>
  );
}
