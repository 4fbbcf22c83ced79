import { useEffect } from 'preact/hooks';
import type { SyncState } from '../../lib/questions/questions';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { GapList } from '../form/GapList';
import { maySync } from '../form/may-sync';
import { SyncProgress } from '../form/SyncProgress';
import type { PopupStore } from './create-popup-store';
import type { PopupWords } from './popup-words';
import { UcmFacts } from './UcmFacts';

interface PopupStateProps {
  store: PopupStore;
  state: SyncState;
  words: PopupWords;
  /** UTC epoch seconds */
  now: number;
  openOptions: () => void;
}

/** ms between two looks at a run that is going on */
const look = 1000;

/** How the synchronisation stands, in words, with the button that helps. */
export function PopupState({ store, state, words, now, openOptions }: PopupStateProps) {
  const { popup } = words;
  const running = store.running.value;
  const asking = store.error.value;
  // Whoever pressed “stop” knows: that is no failure, and the button below goes on.
  const failure = state.error?.code === 'aborted' ? undefined : state.error;
  // trying again is what the button below does
  const actions = { options: openOptions };

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void store.readState(), look);
    return () => clearInterval(timer);
  }, [running, store]);

  return (
    <section class="state">
      <p class={`state-words state-${toneOf(state, running)}`} role="status">
        {running ? popup.running : stateWords(state, words, now)}
      </p>
      {running ? (
        <SyncProgress
          progress={state.phase === 'running' ? state.progress : undefined}
          words={words}
          onStop={() => void store.stop()}
        />
      ) : (
        <>
          {failure && <ErrorNotice error={failure} words={words} actions={actions} />}
          {state.directory.error && state.directory.error.code !== failure?.code && (
            <ErrorNotice error={state.directory.error} words={words} actions={actions} />
          )}
          {state.gaps.length > 0 && state.lastSuccess > 0 && (
            <details class="behind">
              <summary>{words.say(popup.behind, { count: state.gaps.length })}</summary>
              <GapList state={state} words={words} now={now} />
            </details>
          )}
          <UcmFacts state={state} words={words} />
          {maySync(state) && (
            <button type="button" class={failure ? 'button' : 'button button-main'} onClick={() => void store.sync()}>
              {words.common.sync}
            </button>
          )}
        </>
      )}
      {asking && <ErrorNotice error={asking} words={words} actions={actions} />}
    </section>
  );
}

function toneOf(state: SyncState, running: boolean): 'ok' | 'bad' | 'rest' {
  if (running || state.phase === 'never' || state.error?.code === 'aborted') return 'rest';
  return state.phase === 'stopped' || state.error ? 'bad' : 'ok';
}

function stateWords(state: SyncState, words: PopupWords, now: number): string {
  const { popup, times } = words;
  if (state.phase === 'never' && !state.error) return popup.never;
  if (state.phase === 'stopped') return popup.stopped;
  if (state.error?.code === 'aborted') return words.say(popup.interrupted, { age: times.ago(state.lastRun, now) });
  if (state.error) return words.say(popup.failed, { age: times.ago(state.lastRun, now) });
  return words.say(popup.upToDate, { age: times.ago(state.lastSuccess, now), count: state.calls });
}
