import type { Leg } from '../calls/leg';
import { isForward } from '../calls/leg-kind';
import { markOf } from './columns';

/** By what other legs may belong to the calls of these. */
export interface Ties {
  /**
   * marks of sessions and channels; an empty name is none: every call of a UCM6100 has an empty session. Marks, since
   * thousands of names kept alive cost a fill more than to look in vain at a segment that has another name's mark.
   */
  marks: Set<number>;
  /** some leg has neither */
  nameless: boolean;
  /** some leg was sent on outside: tied to its call by time, not by name */
  forwarded: boolean;
}

export function tiesOf(calls: Iterable<{ legs: readonly Leg[] }>): Ties {
  const ties: Ties = { marks: new Set(), nameless: false, forwarded: false };
  for (const { legs } of calls) {
    let before: Leg | undefined;
    for (const leg of legs) {
      const { session, uniqueid } = leg;
      // One bit less: numbers of 31 bits are kept without a box.
      if (session !== '' && session !== before?.session) ties.marks.add(markOf(session) >>> 1);
      if (uniqueid !== '' && uniqueid !== before?.uniqueid) ties.marks.add(markOf(uniqueid) >>> 1);
      if (session === '' && uniqueid === '') ties.nameless = true;
      if (isForward(leg)) ties.forwarded = true;
      before = leg;
    }
  }
  return ties;
}

/** By name, or they seem to be; forwarded legs are another matter. */
export function areTied(some: Ties, others: Ties): boolean {
  if (some.nameless && others.nameless) return true;
  const [few, many] = some.marks.size < others.marks.size ? [some.marks, others.marks] : [others.marks, some.marks];
  for (const mark of few) if (many.has(mark)) return true;
  return false;
}
