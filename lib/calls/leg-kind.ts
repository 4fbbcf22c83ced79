import type { Leg } from './leg';
import { actionSays, appSays } from './leg-words';

/** What one leg was, from its own fields alone. Sections 3.3, 3.6 and 3.9 of the CDR notes. */

const trunkEnd = /^trunk_/i;
const trunkChannel = /\/trunk_/i;
const analogChannel = /^DAHDI\//i;
const extensionNumber = /^[0-9*#]{1,8}$/;
/** `PJSIP/203-000004eb`: the telephone's number as its channel names it. */
const extensionChannel = /^[A-Z0-9]+\/([0-9]{1,8})-/i;

/** Digits up to which a number is one of ours rather than a subscriber's (section 3.6, direction rule 4). */
export const INTERNAL_DIGITS = 5;

/** Could be one of ours by its shape: digits, or a feature's code. */
export function isExtensionNumber(text: string): boolean {
  return extensionNumber.test(text);
}

/** The calling side is a trunk: the most robust hint is the trunk's name, then the channel's. */
export function comesFromTrunk(leg: Leg): boolean {
  if (leg.srcTrunk !== '' || trunkEnd.test(leg.from) || trunkChannel.test(leg.channel)) return true;
  return analogChannel.test(leg.channel) && isAnalogTrunk(leg.userfield, 'Inbound', leg.from);
}

/** The called side is a trunk. */
export function goesToTrunk(leg: Leg): boolean {
  if (leg.dstTrunk !== '' || trunkEnd.test(leg.to) || trunkChannel.test(leg.dstChannel)) return true;
  return analogChannel.test(leg.dstChannel) && isAnalogTrunk(leg.userfield, 'Outbound', leg.to);
}

/** DAHDI is a line of the exchange or an old telephone of ours; a UCM6100's `EXT` leaves it to the side's name. */
function isAnalogTrunk(userfield: string, way: 'Inbound' | 'Outbound', side: string): boolean {
  if (userfield === way || userfield === 'External') return true;
  return (userfield === 'EXT' || userfield === '') && side !== '' && !isExtensionNumber(side);
}

/** Ours who called; a trunk may have glued our number and the extension into `src` (section 3.3). */
export function callingExtension(leg: Leg): string {
  if (leg.from !== '' && !trunkEnd.test(leg.from)) return leg.from;
  return extensionChannel.exec(leg.channel)?.[1] ?? leg.src;
}

/** The extension whose follow-me or forward rule sent the call on to an outside telephone; '' when it is no such leg. */
export function forwardedBy(leg: Leg): string {
  return actionSays(leg.action).forwardedBy;
}

export function isForward(leg: Leg): boolean {
  return actionSays(leg.action).forward;
}

export function isVoicemail(leg: Leg): boolean {
  return appSays(leg.app).voicemail || actionSays(leg.action).voicemail;
}

export function isConference(leg: Leg): boolean {
  return appSays(leg.app).conference || actionSays(leg.action).conference;
}

export function isFax(leg: Leg): boolean {
  return appSays(leg.app).fax || actionSays(leg.action).fax;
}

export function isMenu(leg: Leg): boolean {
  return actionSays(leg.action).menu || appSays(leg.app).readsDigits;
}

export function isPark(leg: Leg): boolean {
  return appSays(leg.app).park;
}

/**
 * Number in the brackets of RINGGROUP[6400] or QUEUE[6500], with which of the two it is. A UCM6100 writes no action:
 * its queues are told by the application, and named by the leg that held the caller.
 */
export function groupOf(leg: Leg): { kind: 'group' | 'queue'; number: string } | undefined {
  if (leg.action === '') {
    return leg.app === 'Queue' ? { kind: 'queue', number: leg.dstChannel === '' ? leg.dst : '' } : undefined;
  }
  return actionSays(leg.action).group;
}

export function menuNumber(leg: Leg): string {
  return actionSays(leg.action).menuNumber || (isMenu(leg) ? leg.dst : '');
}

export function wasAnswered(leg: Leg): boolean {
  return leg.disposition === 'ANSWERED';
}

/**
 * Somebody talked on this leg: answered, with talk, dialled by a person or a queue; not the voicemail, the menu or the
 * ForkCDR copies, which are ANSWERED too. Of parking, the leg that reaches a telephone is talk, the other is the hold
 * (section 3.9, rule 2).
 */
export function isTalk(leg: Leg): boolean {
  if (!wasAnswered(leg) || leg.talk <= 0 || isVoicemail(leg) || isConference(leg) || isFax(leg)) return false;
  if (isPark(leg)) return leg.dstChannel !== '' && !trunkChannel.test(leg.dstChannel);
  return appSays(leg.app).calling;
}

/** The extension this leg rang or reached; '' when it went to a trunk, a group, a slot or nowhere. */
export function reachedExtension(leg: Leg): string {
  if (isForward(leg)) return forwardedBy(leg);
  if (!appSays(leg.app).calling && !(isPark(leg) && leg.dstChannel !== '')) return '';
  if (trunkEnd.test(leg.to)) return '';
  const group = groupOf(leg)?.number;
  if (isExtension(leg.to, group)) return leg.to;
  if (isExtension(leg.answeredBy, group)) return leg.answeredBy;
  if (trunkEnd.test(leg.answeredBy)) return '';
  const telephone = extensionChannel.exec(leg.dstChannel)?.[1];
  if (telephone !== undefined) return telephone;
  // What was dialled is as often our outside number (section 8): only a short one is surely a telephone.
  return leg.dst.length <= INTERNAL_DIGITS && isExtension(leg.dst, group) ? leg.dst : '';
}

function isExtension(candidate: string, group: string | undefined): boolean {
  return candidate !== group && isExtensionNumber(candidate);
}

/** Its recordings lie elsewhere (section 4.2). */
export function wentThroughQueue(legs: readonly Leg[]): boolean {
  return legs.some(({ action }) => /^(?:QUEUE|TRANSFER)/.test(action));
}
