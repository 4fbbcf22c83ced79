/** `first`: everybody. `changes`: since the last reading. `sweep`: who is still there. */
export type Reading = 'first' | 'changes' | 'sweep';

/** A reading under way. */
export interface PassState<C> {
  /** UTC epoch seconds by the server's clock: what changed after that is for the next reading */
  startedAt: number;
  cursor?: C;
}

/** What is known of the directory, kept over restarts. Times are UTC epoch seconds by the server's clock, 0 = never. */
export interface DirectoryState<C> {
  stamp: string;
  /** start of the last reading that came to its end */
  read: number;
  /** start of the last sweep that came to its end */
  swept: number;
  /** when as many were found kept as there are */
  counted: number;
  first?: PassState<C>;
  changes?: PassState<C>;
  sweep?: PassState<C>;
}

const DAY = 86_400;
/** A count says little of two errors that make up for each other: once a week everybody is looked for. */
const LONGEST = 7 * DAY;

/** The state to go on with: a new one for another directory, key or way of reading numbers. */
export function laterState<C>(kept: DirectoryState<C> | undefined, stamp: string): DirectoryState<C> {
  return kept?.stamp === stamp ? kept : { stamp, read: 0, swept: 0, counted: 0 };
}

/** Whether to look for who is gone: once a day, and one under way goes on. `now`: UTC epoch seconds, the server's. */
export function plannedSweep(state: DirectoryState<unknown>, now: number): 'yes' | 'no' | 'unless-same-count' {
  if (state.sweep) return 'yes';
  if (now - state.swept >= LONGEST) return 'yes';
  return now - Math.max(state.swept, state.counted) >= DAY ? 'unless-same-count' : 'no';
}
