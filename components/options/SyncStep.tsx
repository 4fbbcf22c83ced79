import { useEffect } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { maySync } from '../form/may-sync';
import { SyncProgress } from '../form/SyncProgress';
import { TextField } from '../form/TextField';
import { wholeNumber } from '../form/whole-number';
import { NumberFields } from './NumberFields';
import { PlanProposed } from './PlanProposed';
import { StepCard } from './StepCard';
import { SyncFacts } from './SyncFacts';
import { TenCalls } from './TenCalls';
import { refusal, type StepView } from './view';

/** ms between two looks at a run that is going on */
const look = 1000;

export function SyncStep({ view }: { view: StepView }) {
  const { store, words, settings, state } = view;
  const { sync: texts, invalid, saved: savedWord } = words.options;
  const running = store.running.value;
  const error = store.syncError.value;

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void store.readSync(), look);
    return () => clearInterval(timer);
  }, [running, store]);

  const change = (part: Partial<Settings['sync']>) =>
    store.change((now) => ({ ...now, sync: { ...now.sync, ...part } }));

  return (
    <StepCard id="step-sync" number={3} title={texts.title} intro={texts.intro} words={words}>
      <div class="fields">
        <TextField
          id="sync-minutes"
          setting="sync.minutes"
          label={texts.minutes}
          unit={texts.minutesUnit}
          savedWord={savedWord}
          kind="number"
          value={String(settings.sync.minutes)}
          save={async (text) =>
            refusal(words, await change({ minutes: wholeNumber(text) }), invalid.minutes, String(settings.sync.minutes))
          }
        />
        <TextField
          id="sync-days"
          setting="sync.days"
          label={texts.days}
          unit={texts.daysUnit}
          savedWord={savedWord}
          kind="number"
          value={String(settings.sync.days)}
          save={async (text) =>
            refusal(words, await change({ days: wholeNumber(text) }), invalid.days, String(settings.sync.days))
          }
        />
      </div>
      <NumberFields view={view} />
      {state.sync.calls > 0 && <PlanProposed view={view} />}
      <div class="sync-state">
        <h3>{texts.state}</h3>
        {running ? (
          <SyncProgress
            progress={state.sync.phase === 'running' ? state.sync.progress : undefined}
            words={words}
            onStop={() => void store.stop()}
          />
        ) : state.sync.phase === 'not-set-up' ? (
          <p class="said">{texts.first}</p>
        ) : maySync(state.sync) ? (
          <button type="button" class="button button-main" onClick={() => void store.sync()}>
            {words.common.sync}
          </button>
        ) : null}
        {error && <ErrorNotice error={error} words={words} actions={{ retry: () => void store.sync() }} />}
        {state.sync.phase !== 'not-set-up' && <SyncFacts view={view} />}
      </div>
      {state.sync.calls > 0 && <TenCalls view={view} />}
    </StepCard>
  );
}
