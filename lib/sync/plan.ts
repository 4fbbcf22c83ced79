import { type Coverage, gaps, oldestUnsettled, type Stretch } from './coverage';

/** Seconds that each poll reads again: rows are written when a leg ends. */
export const OVERLAP = 3600;
/** Seconds between two readings of everything that is not settled yet. */
export const LONG_OVERLAP_EVERY = 3600;

export interface Plan {
  /** stretches to read, newest first */
  stretches: Stretch[];
  /** the unsettled time is read again this time */
  long: boolean;
  /** the newest stretch is asked for by the end of its legs */
  byEnd: boolean;
}

/**
 * The work of a run is wanted minus covered, newest first. The newest stretch always reaches back by an overlap, and
 * once an hour to everything that was read too soon after its end; so a poll with nothing new is one window. Where the UCM
 * can be asked by the end of legs (`ends`), a poll does so: that finds all that began in the stretch and is written, and also
 * a call of hours that has just ended, for no further question.
 * All times UTC epoch seconds.
 */
export function plan(wanted: Stretch, coverage: Coverage, lastLong: number, ends = false): Plan {
  const now = wanted.until;
  const missing = gaps(wanted, coverage).reverse();
  const newest = missing[0]?.until === now ? missing.shift() : undefined;
  // A clock that was set back leaves the last one in the future: that must not put the next one off.
  const long = now - lastLong >= LONG_OVERLAP_EVERY || lastLong > now;
  const unsettled = long ? oldestUnsettled(wanted, coverage) : undefined;
  const known = newest?.from ?? now;
  const back = Math.min(known - OVERLAP, unsettled ?? now);
  const first = { from: Math.max(wanted.from, Math.min(back, known)), until: now };
  return { stretches: [first, ...missing], long, byEnd: ends && !long };
}
