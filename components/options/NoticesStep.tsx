import { useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings';
import { SelectField } from '../form/SelectField';
import { StepCard } from './StepCard';
import { refusal, type StepView } from './view';
import { WorkingHours } from './WorkingHours';
import { YesNoField } from './YesNoField';

/** Which notices the computer shows; the browser is asked for its permission once one of them is switched on. */
export function NoticesStep({ view }: { view: StepView }) {
  const { store, words, settings } = view;
  const { notices: texts, invalid, saved: savedWord } = words.options;
  const { missed, trouble } = settings.notices;

  const change = (part: Partial<Settings['notices']>) =>
    store.change((now) => ({ ...now, notices: { ...now.notices, ...part } }));

  return (
    <StepCard id="step-notices" number={7} title={texts.title} intro={texts.intro} words={words}>
      <div class="fields">
        <SelectField
          id="notices-missed"
          setting="notices.missed"
          label={texts.missed}
          hint={texts.missedHint}
          savedWord={savedWord}
          value={missed}
          choices={(['off', 'working', 'always'] as const).map((value) => ({ value, label: texts.missedWhen[value] }))}
          save={async (next) => {
            const found = (['off', 'working', 'always'] as const).find((one) => one === next) ?? missed;
            return refusal(words, await change({ missed: found }), invalid.long, texts.missedWhen[missed]);
          }}
        />
        <YesNoField
          id="notices-trouble"
          setting="notices.trouble"
          label={texts.trouble}
          hint={texts.troubleHint}
          savedWord={savedWord}
          value={trouble}
          words={words}
          save={async (next) => refusal(words, await change({ trouble: next }), invalid.long, '')}
        />
        {missed === 'working' && <WorkingHours view={view} of="notices" />}
      </div>
      {(missed !== 'off' || trouble) && <Allowed view={view} />}
    </StepCard>
  );
}

/** Whether the browser shows them, and the button that asks for it. */
function Allowed({ view: { shell, store, words, state } }: { view: StepView }) {
  const { notices: texts } = words.options;
  const [refused, setRefused] = useState(false);
  const ask = async (answer: Promise<boolean>): Promise<void> => {
    setRefused(!(await answer.catch(() => false))); // a browser that cannot ask has not allowed it
    await store.read();
  };
  return (
    <div class={`access ${state.mayNotify ? 'access-granted' : ''}`}>
      <p role="status">{state.mayNotify ? texts.granted : texts.wanted}</p>
      {!state.mayNotify && (
        <button
          type="button"
          class="button button-main"
          id="notices-access"
          // asked for right here: the browser answers only to the click itself
          onClick={() => void ask(shell.requestNotices())}
        >
          {texts.allow}
        </button>
      )}
      {refused && !state.mayNotify && (
        <p class="field-why" role="alert">
          {texts.refused}
        </p>
      )}
    </div>
  );
}
