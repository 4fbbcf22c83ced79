import type { Leg } from './leg';

/** What one leg was, from its own fields alone. Sections 3.3, 3.6 and 3.9 of the CDR notes. */

const trunkEnd = /^trunk_/i;
const trunkChannel = /\/trunk_/i;
const analogChannel = /^DAHDI\//i;
const extensionNumber = /^[0-9*#]{1,8}$/;
/** `PJSIP/203-000004eb`: the telephone's number as its channel names it. */
const extensionChannel = /^[A-Z0-9]+\/([0-9]{1,8})-/i;

/** Digits up to which a number is one of ours rather than a subscriber's (section 3.6, direction rule 4). */
export const INTERNAL_DIGITS = 5;

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
  return (userfield === 'EXT' || userfield === '') && side !== '' && !extensionNumber.test(side);
}

/** Ours who called; a trunk may have glued our number and the extension into `src` (section 3.3). */
export function callingExtension(leg: Leg): string {
  if (leg.from !== '' && !trunkEnd.test(leg.from)) return leg.from;
  return extensionChannel.exec(leg.channel)?.[1] ?? leg.src;
}

/** The extension whose follow-me or forward rule sent the call on to an outside telephone; '' when it is no such leg. */
export function forwardedBy(leg: Leg): string {
  return /^(?:FOLLOWME|CALL_?FORWARD)(?:\[([^\]]*)\])?/i.exec(leg.action)?.[1] ?? '';
}

export function isForward(leg: Leg): boolean {
  return /^(?:FOLLOWME|CALL_?FORWARD)/i.test(leg.action);
}

export function isVoicemail(leg: Leg): boolean {
  return /^VoiceMail$/i.test(leg.app) || /^VM\b/i.test(leg.action);
}

export function isConference(leg: Leg): boolean {
  return /^(?:ConfBridge|MeetMe)$/i.test(leg.app) || /^(?:CONFERENCE|MEETME)/i.test(leg.action);
}

export function isFax(leg: Leg): boolean {
  return /^(?:ReceiveFAX|SendFAX|RxFAX|TxFAX)$/i.test(leg.app) || /^V?FAX/i.test(leg.action);
}

export function isMenu(leg: Leg): boolean {
  return /^IVR/i.test(leg.action) || /^ReadExten$/i.test(leg.app);
}

export function isPark(leg: Leg): boolean {
  return /^(?:Park|ParkedCall)$/i.test(leg.app);
}

/**
 * Number in the brackets of RINGGROUP[6400] or QUEUE[6500], with which of the two it is. A UCM6100 writes no action:
 * its queues are told by the application, and named by the leg that held the caller.
 */
export function groupOf(leg: Leg): { kind: 'group' | 'queue'; number: string } | undefined {
  if (leg.action === '') {
    return leg.app === 'Queue' ? { kind: 'queue', number: leg.dstChannel === '' ? leg.dst : '' } : undefined;
  }
  // Most legs are of neither kind, and each is asked several times: the first letter tells without a search.
  const letter = leg.action.charCodeAt(0) | 32;
  if (letter !== 114 && letter !== 113) return undefined;
  const found = /^(RINGGROUP|QUEUE)(?:\[([^\]]*)\])?/i.exec(leg.action);
  if (!found) return undefined;
  return { kind: found[1]?.toUpperCase() === 'QUEUE' ? 'queue' : 'group', number: found[2] ?? '' };
}

export function menuNumber(leg: Leg): string {
  return /^IVR\[([^\]]*)\]/i.exec(leg.action)?.[1] ?? (isMenu(leg) ? leg.dst : '');
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
  return /^(?:Dial|Queue)$/i.test(leg.app);
}

/** The extension this leg rang or reached; '' when it went to a trunk, a group, a slot or nowhere. */
export function reachedExtension(leg: Leg): string {
  if (isForward(leg)) return forwardedBy(leg);
  if (!/^(?:Dial|Queue)$/i.test(leg.app) && !(isPark(leg) && leg.dstChannel !== '')) return '';
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
  return candidate !== group && extensionNumber.test(candidate);
}
