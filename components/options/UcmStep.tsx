import { useState } from 'preact/hooks';
import { parsePastedUcm } from '../../lib/settings/pasted-address';
import type { Settings } from '../../lib/settings/settings';
import { SecretField } from '../form/SecretField';
import { TextField } from '../form/TextField';
import { wholeNumber } from '../form/whole-number';
import { AccessRow } from './AccessRow';
import { ConnectionTest } from './ConnectionTest';
import { DialectChoice } from './DialectChoice';
import { HttpsChoice } from './HttpsChoice';
import { isGone, missingFor, statusOf } from './machine';
import { StepCard } from './StepCard';
import { refusal, type StepView } from './view';

export function UcmStep({ view }: { view: StepView }) {
  const { store, words, settings, state } = view;
  const { ucm: texts, invalid, saved: savedWord, secret } = words.options;
  const { ucm } = settings;
  const [question, setQuestion] = useState<'unticked' | 'pasted' | undefined>(undefined);
  const missing = missingFor('ucm', settings, state);

  const change = (part: Partial<Settings['ucm']>) => store.change((now) => ({ ...now, ucm: { ...now.ucm, ...part } }));

  const saveAddress = async (text: string): Promise<string | undefined> => {
    const pasted = text === '' ? { host: '' } : parsePastedUcm(text);
    if (!pasted) return refusal(words, { code: 'invalid-setting', detail: {} }, invalid.address, ucm.host);
    const { https, ...found } = pasted;
    // the administrator's port stays, whatever the pasted address says
    const rest = state.origin.locked.includes('ucm.port') ? { host: found.host } : found;
    // http:// never switches encryption off by itself
    setQuestion(https === false && ucm.https ? 'pasted' : undefined);
    return refusal(
      words,
      await change(https && !state.origin.locked.includes('ucm.https') ? { ...rest, https } : rest),
      invalid.address,
      ucm.host,
    );
  };

  const savePort = async (text: string): Promise<string | undefined> =>
    refusal(words, await change({ port: wholeNumber(text) }), invalid.port, String(ucm.port));

  const setHttps = (https: boolean): void => {
    setQuestion(undefined);
    if (https !== ucm.https) void change({ https });
  };

  return (
    <StepCard
      id="step-ucm"
      number={1}
      title={texts.title}
      intro={texts.intro}
      words={words}
      status={statusOf('ucm', missing, store.tests.ucm.value, state.sync)}
    >
      <div class="fields fields-address">
        <TextField
          id="ucm-address"
          setting="ucm.host"
          label={texts.address}
          hint={texts.addressHint}
          savedWord={savedWord}
          value={ucm.host}
          save={saveAddress}
          takesAddress
        />
        <TextField
          id="ucm-port"
          setting="ucm.port"
          label={texts.port}
          hint={texts.portHint}
          savedWord={savedWord}
          kind="number"
          value={String(ucm.port)}
          save={savePort}
        />
      </div>
      <HttpsChoice
        https={ucm.https}
        question={question}
        words={words}
        ask={() => setQuestion('unticked')}
        set={setHttps}
      />
      <div class="fields">
        <TextField
          id="ucm-user"
          setting="ucm.user"
          label={texts.user}
          savedWord={savedWord}
          value={ucm.user}
          save={async (user) => refusal(words, await change({ user }), invalid.long, ucm.user)}
        />
        <SecretField
          id="ucm-secret"
          setting="ucm.password"
          label={texts.password}
          {...(isGone('ucm', state) ? { hint: secret.gone } : {})}
          savedWord={savedWord}
          kept={state.hasUcmPassword}
          words={{ change: secret.change, cancel: secret.cancel, kept: texts.kept }}
          save={async (password) => refusal(words, await store.saveSecret('ucm', password), invalid.long, '')}
        />
      </div>
      <div class="fields">
        <DialectChoice view={view} change={change} />
      </div>
      <AccessRow machine="ucm" view={view} />
      <ConnectionTest machine="ucm" view={view} />
    </StepCard>
  );
}
