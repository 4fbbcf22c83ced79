import type { ErrorShape } from '../../lib/errors';
import type { OptionsState } from '../../lib/questions/questions';
import { type Machine, missingFor } from './machine';

/** Where on the page it is cured, by the id of the section. */
export type Cure = 'step-ucm' | 'step-dolibarr' | 'step-sync';

/** How everything stands: good, or the first thing that is wrong, the worst first. Only `why` decides what is said. */
export type Health = { mark: 'good' | 'attention' | 'stopped'; cure?: Cure } & (
  | { why: 'good' | 'reading' | 'never' | 'interrupted' | 'not-planned' }
  /** neither, or one of the two machines is not set up yet; or its site may not be reached */
  | { why: 'not-set-up' | 'no-access' }
  | { why: 'failing' | 'old'; error: ErrorShape }
  | { why: 'directory'; error: ErrorShape }
  /** `minutes` by which the UCM's clock is ahead, negative when it is behind */
  | { why: 'clock'; minutes: number }
  /** seconds east of UTC: as the UCM says, and as its calls are written */
  | { why: 'zone'; zone: { said: number; calls: number } }
  /** how many stretches of the history are not known, how many rows could not be read */
  | { why: 'gaps' | 'set-aside'; count: number }
);

/** Seconds without a good run after which nobody can say any more that calls are being read. */
const OLD = 86_400;
/** Seconds after which a run that was planned is late: a computer that slept catches up at once. */
const LATE = 900;

/** `now`: UTC epoch seconds. A run that goes on is no fault, and tells of those of the last one only when it is over. */
export function healthOf(state: OptionsState, now: number): Health {
  const { sync, settings } = state;
  const { error, lastSuccess } = sync;
  for (const machine of ['ucm', 'dolibarr'] as const) {
    const [missing] = missingFor(machine, settings, state);
    if (missing === 'access') return { mark: 'stopped', why: 'no-access', cure: stepOf(machine) };
    if (missing && error?.code !== 'secrets-gone') {
      return { mark: 'attention', why: 'not-set-up', cure: stepOf(machine) };
    }
  }
  if (sync.phase === 'stopped' && error) return { mark: 'stopped', why: 'failing', error, cure: cureOf(error, state) };
  if (sync.phase === 'running') return { mark: 'good', why: 'reading' };
  if (error?.code === 'aborted') return { mark: 'attention', why: 'interrupted', cure: 'step-sync' };
  if (error) {
    const old = lastSuccess > 0 && now - lastSuccess > OLD;
    return { mark: old ? 'stopped' : 'attention', why: old ? 'old' : 'failing', error, cure: cureOf(error, state) };
  }
  if (sync.directory.error) {
    return { mark: 'attention', why: 'directory', error: sync.directory.error, cure: 'step-dolibarr' };
  }
  if (sync.phase === 'never') return { mark: 'attention', why: 'never', cure: 'step-sync' };
  if (sync.nextRun === 0 || sync.nextRun < now - LATE) {
    return { mark: 'attention', why: 'not-planned', cure: 'step-sync' };
  }
  if (sync.clockSkew !== undefined) {
    return { mark: 'attention', why: 'clock', minutes: Math.round(sync.clockSkew / 60), cure: 'step-sync' };
  }
  if (sync.zone) return { mark: 'attention', why: 'zone', zone: sync.zone, cure: 'step-sync' };
  if (sync.gaps.length > 0) return { mark: 'attention', why: 'gaps', count: sync.gaps.length, cure: 'step-sync' };
  const setAside = Object.values(sync.setAside).reduce((sum, count) => sum + count, 0);
  if (setAside > 0) return { mark: 'attention', why: 'set-aside', count: setAside, cure: 'step-sync' };
  return { mark: 'good', why: 'good' };
}

const stepOf = (machine: Machine): Cure => (machine === 'ucm' ? 'step-ucm' : 'step-dolibarr');

/** Whose secret is gone, which machine failed; all else is seen with the synchronisation. */
function cureOf({ code }: ErrorShape, state: OptionsState): Cure {
  if (code === 'secrets-gone') return state.hasUcmPassword ? 'step-dolibarr' : 'step-ucm';
  if (code.startsWith('ucm')) return 'step-ucm';
  return code.startsWith('dolibarr') ? 'step-dolibarr' : 'step-sync';
}
