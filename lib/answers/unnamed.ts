import type { Call } from '../calls/call';
import type { Leg } from '../calls/leg';
import { isTalk, isVoicemail, reachedExtension, wasAnswered } from '../calls/leg-kind';
import { legTimes } from '../calls/leg-times';
import type { UnnamedCall } from '../calls/unnamed-call';

/** Whether there may be a sound of the call that its rows do not name. */
export const maySound = (legs: readonly Leg[]): boolean => legs.some((leg) => isTalk(leg) || isMessage(leg));

const isMessage = (leg: Leg): boolean => isVoicemail(leg) && wasAnswered(leg) && leg.duration > 0;

/** Undefined when its rows name some, or nobody said anything. */
export function unnamedRecordings(call: Call, legs: readonly Leg[]): UnnamedCall | undefined {
  if (call.recordings.length > 0) return undefined;
  const { key, start, duration, number } = call;
  const acctIds = legs.filter((leg) => isTalk(leg) && leg.acctId !== '').map(({ acctId }) => acctId);
  const { starts } = legTimes(legs, call.offset);
  const messages = legs.flatMap((leg, i) =>
    isMessage(leg)
      ? [{ mailbox: reachedExtension(leg) || leg.dst, start: starts[i] ?? start, duration: leg.duration }]
      : [],
  );
  return acctIds.length + messages.length > 0 ? { key, start, duration, number, acctIds, messages } : undefined;
}
