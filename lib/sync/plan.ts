import { type Coverage, gaps, oldestUnsettled, type Stretch } from './coverage';

/** Seconds of history asked for at once: small enough for a slow UCM, and for a page limit never to matter. */
export const WINDOW = 24 * 3600;
/** Seconds that each poll reads again: rows are written when a leg ends. */
export const OVERLAP = 3600;
/** Seconds between two readings of everything that is not settled yet. */
export const LONG_OVERLAP_EVERY = 3600;

export interface Plan {
  /** stretches to read, newest first */
  windows: Stretch[];
  /** the unsettled time is read again this time */
  long: boolean;
}

/**
 * The work of a run is wanted minus covered, newest first. The newest window always reaches back by an overlap, and
 * once an hour to everything that was read too soon after its end; so a poll with nothing new is one window.
 * All times UTC epoch seconds.
 */
export function plan(wanted: Stretch, coverage: Coverage, lastLong: number): Plan {
  const now = wanted.until;
  const missing = gaps(wanted, coverage).reverse();
  const newest = missing[0]?.until === now ? missing.shift() : undefined;
  const long = now - lastLong >= LONG_OVERLAP_EVERY;
  const unsettled = long ? oldestUnsettled(wanted, coverage) : undefined;
  const known = newest?.from ?? now;
  const back = Math.min(known - OVERLAP, unsettled ?? now);
  const first = { from: Math.max(wanted.from, Math.min(back, known)), until: now };
  const windows = [first, ...missing].flatMap(cut);
  return { windows, long };
}

/** Windows of at most a day, newest first. */
function cut({ from, until }: Stretch): Stretch[] {
  const windows: Stretch[] = [];
  for (let end = until; end > from; end -= WINDOW) windows.push({ from: Math.max(from, end - WINDOW), until: end });
  return windows;
}
