import type { ErrorShape } from '../errors';

/** State of the synchronisation, in facts; the words are made where it is shown. Times are UTC epoch seconds, 0 = never. */
export interface SyncState {
  phase: 'not-set-up' | 'never' | 'idle' | 'running' | 'stopped';
  /** present while running: what is being read, and how much of the wanted time is known */
  progress?: { part: 'calls' | 'directory'; from: number; done: number };
  lastRun: number;
  lastSuccess: number;
  nextRun: number;
  /** of the last run */
  newCalls: number;
  calls: number;
  /** rows that could not be read, kept aside, by reason */
  setAside: Record<string, number>;
  /** stretches of the wanted history that are not known yet, oldest first; `failed`: the last try, absent before the first */
  gaps: { from: number; until: number; failed?: { at: number; error: ErrorShape } }[];
  /** every call from here on is known, behind the newest missing stretch where there is one; absent before anything was read */
  knownFrom?: number;
  /** all from here on was read too soon after it happened and will be read again; absent when nothing was */
  unsettledFrom?: number;
  /** the UCM was asked for what came before and has nothing: it keeps no longer history, or is younger */
  nothingBefore?: number;
  /** seconds by which the UCM's clock is ahead of this browser's; absent when it is right or does not say */
  clockSkew?: number;
  /** the UCM says to be in another zone than its calls are written in: seconds east of UTC; absent where they agree */
  zone?: { said: number; calls: number };
  error?: ErrorShape;
  directory: { parties: number; lastRun: number; error?: ErrorShape };
}
