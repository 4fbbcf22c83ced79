import type { Leg } from '../calls/leg';
import { isForward } from '../calls/leg-kind';

/** By what other legs may belong to the calls of these. */
export interface Ties {
  /** sessions and channels; an empty name is none: every call of a UCM6100 has an empty session */
  names: Set<string>;
  /** some leg has neither */
  nameless: boolean;
  /** some leg was sent on outside: tied to its call by time, not by name */
  forwarded: boolean;
}

export function tiesOf(legs: Iterable<Leg>): Ties {
  const ties: Ties = { names: new Set(), nameless: false, forwarded: false };
  let before: Leg | undefined;
  for (const leg of legs) {
    const { session, uniqueid } = leg;
    if (session !== '' && session !== before?.session) ties.names.add(session);
    if (uniqueid !== '' && uniqueid !== before?.uniqueid) ties.names.add(uniqueid);
    if (session === '' && uniqueid === '') ties.nameless = true;
    if (isForward(leg)) ties.forwarded = true;
    before = leg;
  }
  return ties;
}

/** By name; forwarded legs are another matter. */
export function areTied(some: Ties, others: Ties): boolean {
  if (some.nameless && others.nameless) return true;
  const [few, many] = some.names.size < others.names.size ? [some.names, others.names] : [others.names, some.names];
  for (const name of few) if (many.has(name)) return true;
  return false;
}
