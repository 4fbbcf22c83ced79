import type { Leg } from '../calls/leg';
import {
  comesFromTrunk,
  forwardedBy,
  goesToTrunk,
  groupOf,
  isConference,
  isFax,
  isForward,
  isMenu,
  isPark,
  isTalk,
  isVoicemail,
  menuNumber,
  reachedExtension,
} from '../calls/leg-kind';
import { legTimes } from '../calls/leg-times';
import { talkStretches } from '../calls/talk';
import type { LegLine } from '../questions/questions';

/** What each leg was for the call, in order of time; `shown` writes an outside number for a person. */
export function legLines(legs: readonly Leg[], offset: number, shown: (raw: string) => string): LegLine[] {
  const { starts } = legTimes(legs, offset);
  // As counted for the call: without the ringing that the UCM puts into the talk of a group's answer.
  const talked = new Map(talkStretches(legs, starts).map(({ leg, from, until }) => [leg, until - from]));
  return legs
    .map((leg, i) => ({ leg, i }))
    .filter(({ leg }) => !isRetrieversOwn(leg))
    .map(({ leg, i }) => ({
      start: starts[i] ?? 0,
      duration: leg.duration,
      talk: talked.get(leg) ?? 0,
      role: roleOf(leg),
      target: targetOf(leg, shown),
    }))
    .sort((a, b) => a.start - b.start);
}

/** Whoever takes a parked call dials the slot: that leg only repeats the talk that the parked side has. */
function isRetrieversOwn(leg: Leg): boolean {
  return leg.app === 'ParkedCall' && leg.dstChannel === '';
}

function roleOf(leg: Leg): LegLine['role'] {
  if (isVoicemail(leg)) return 'voicemail';
  if (isConference(leg)) return 'conference';
  if (isFax(leg)) return 'fax';
  if (isForward(leg)) return isTalk(leg) ? 'talked' : 'forwarded';
  if (isPark(leg)) return isTalk(leg) ? 'talked' : 'held';
  if (isTalk(leg)) return 'talked';
  if (isMenu(leg)) return 'menu';
  const group = groupOf(leg);
  if (group && (reachedExtension(leg) === '' || leg.app === 'ForkCDR')) return group.kind;
  if (leg.app === 'ForkCDR') return 'dialled';
  if (leg.disposition === 'BUSY') return 'busy';
  if (leg.disposition === 'FAILED' || leg.disposition === 'CONGESTION') return 'failed';
  return leg.app === 'Dial' || leg.app === 'Queue' ? 'rang' : 'other';
}

function targetOf(leg: Leg, shown: (raw: string) => string): string {
  if (isForward(leg)) return forwardedBy(leg) || shown(leg.dst);
  const extension = reachedExtension(leg);
  if (extension !== '') return extension;
  if (groupOf(leg)) return groupOf(leg)?.number || leg.dst;
  if (isMenu(leg)) return menuNumber(leg);
  return goesToTrunk(leg) || comesFromTrunk(leg) ? shown(leg.dst) : leg.dst;
}
