import { useState } from 'preact/hooks';
import { dolibarrRoot } from '../../lib/settings/dolibarr-address';
import { Confirm } from '../form/Confirm';
import { SecretField } from '../form/SecretField';
import { SelectField } from '../form/SelectField';
import { TextField } from '../form/TextField';
import { wholeNumber } from '../form/whole-number';
import { AccessRow } from './AccessRow';
import { ConnectionTest } from './ConnectionTest';
import { isGone, missingFor, statusOf } from './machine';
import { StepCard } from './StepCard';
import { refusal, type StepView } from './view';

export function DolibarrStep({ view }: { view: StepView }) {
  const { store, words, settings, state } = view;
  const { dolibarr: texts, invalid, saved: savedWord, secret } = words.options;
  const { root, entity } = settings.dolibarr;
  const missing = missingFor('dolibarr', settings, state);
  /** asked about an address without encryption, until a person has said what is to come of it */
  const [question, setQuestion] = useState<{ answer(taken: boolean): void }>();

  /** Resolves to whether it may be used. The question before it is answered with no: another address was entered. */
  const agreed = async (found: string): Promise<boolean> => {
    question?.answer(false);
    if (!found.startsWith('http://') || found === root || isThisComputer(found)) return true;
    return new Promise((answer) => setQuestion({ answer }));
  };
  const answered = (taken: boolean): void => {
    question?.answer(taken);
    setQuestion(undefined);
    document.getElementById('dolibarr-address')?.focus();
  };

  const saveAddress = async (text: string): Promise<string | undefined> => {
    const found = text === '' ? '' : dolibarrRoot(text)?.[0];
    if (found === undefined) return refusal(words, { code: 'invalid-setting', detail: {} }, invalid.address, root);
    if (!(await agreed(found))) return texts.clearRefused;
    setQuestion(undefined);
    const error = await store.change((now) => ({ ...now, dolibarr: { ...now.dolibarr, root: found } }));
    return refusal(words, error, invalid.address, root);
  };

  return (
    <StepCard
      id="step-dolibarr"
      number={2}
      title={texts.title}
      intro={texts.intro}
      words={words}
      status={statusOf('dolibarr', missing, store.tests.dolibarr.value, state.sync)}
    >
      <div class="fields">
        <TextField
          id="dolibarr-address"
          setting="dolibarr.root"
          label={texts.address}
          hint={texts.addressHint}
          savedWord={savedWord}
          value={root}
          save={saveAddress}
          takesAddress
        />
        <SecretField
          id="dolibarr-secret"
          label={texts.key}
          hint={isGone('dolibarr', state) ? secret.gone : texts.keyHint}
          savedWord={savedWord}
          kept={state.hasDolibarrKey}
          words={{ change: secret.change, cancel: secret.cancel, kept: texts.kept }}
          save={async (key) => refusal(words, await store.saveSecret('dolibarr', key.trim()), invalid.long, '')}
        />
      </div>
      {question && (
        <Confirm
          id="dolibarr-clear"
          question={texts.clearQuestion}
          keep={texts.clearKeep}
          go={texts.clearGo}
          onKeep={() => answered(false)}
          onGo={() => answered(true)}
        >
          {texts.clear}
        </Confirm>
      )}
      <div class="fields">
        <TextField
          id="dolibarr-entity"
          setting="dolibarr.entity"
          label={texts.entity}
          hint={texts.entityHint}
          savedWord={savedWord}
          kind="number"
          value={entity === 0 ? '' : String(entity)}
          save={async (text) => {
            const wanted = text === '' ? 0 : wholeNumber(text);
            const error = await store.change((now) => ({ ...now, dolibarr: { ...now.dolibarr, entity: wanted } }));
            return refusal(words, error, texts.entityInvalid, entity === 0 ? '' : String(entity));
          }}
        />
        <SelectField
          id="dolibarr-events"
          setting="notes.events"
          label={texts.events}
          hint={texts.eventsHint}
          savedWord={savedWord}
          value={settings.notes.events}
          choices={(['noted', 'matched', 'none'] as const).map((value) => ({ value, label: texts.eventsFor[value] }))}
          save={async (value) => {
            const events = (['noted', 'matched', 'none'] as const).find((one) => one === value) ?? 'noted';
            const error = await store.change((now) => ({ ...now, notes: { ...now.notes, events } }));
            return refusal(words, error, invalid.long, '');
          }}
        />
      </div>
      {root.startsWith('http://') && !isThisComputer(root) && <p class="said said-warn">{texts.clear}</p>}
      <AccessRow machine="dolibarr" view={view} />
      <ConnectionTest machine="dolibarr" view={view} />
    </StepCard>
  );
}

/** Nothing leaves this computer then, so that nobody can listen: a Dolibarr that is tried out. */
function isThisComputer(root: string): boolean {
  return /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/.test(root);
}
