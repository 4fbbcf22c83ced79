import type { Call } from '../calls/call';
import type { Leg } from '../calls/leg';
import { isTalk } from '../calls/leg-kind';

/** An answered call whose rows name no recording: what its UCM can be asked by. */
export interface UnnamedRecordings {
  key: string;
  /** UTC epoch seconds */
  start: number;
  /** s */
  duration: number;
  /** as the UCM wrote it */
  number: string;
  /** of the legs on which somebody talked */
  acctIds: string[];
}

/** Undefined when its rows name some, or nobody talked. */
export function unnamedRecordings(call: Call, legs: readonly Leg[]): UnnamedRecordings | undefined {
  if (call.recordings.length > 0) return undefined;
  const { key, start, duration, number } = call;
  const acctIds = legs.filter((leg) => isTalk(leg) && leg.acctId !== '').map(({ acctId }) => acctId);
  return acctIds.length > 0 ? { key, start, duration, number, acctIds } : undefined;
}
