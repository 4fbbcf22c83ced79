import type { Call, CallType, Direction, Outcome } from './call';
import { keyOf } from './call-key';
import { directionOf } from './direction';
import type { Leg } from './leg';
import {
  callingExtension,
  forwardedBy,
  groupOf,
  isConference,
  isFax,
  isForward,
  isMenu,
  isVoicemail,
  menuNumber,
  reachedExtension,
  wasAnswered,
} from './leg-kind';
import { legTimes } from './leg-times';
import { appSays } from './leg-words';
import { didOf, nameOf, numberOf } from './other-side';
import { type TalkStretch, talkSeconds, talkStretches } from './talk';
import { trunkOf } from './trunk';

/**
 * Which rules calls are derived by. To be counted up with every change here, or in what this file asks, that gives
 * another call for the same legs: what was kept by older rules is then derived again (lib/store/renew).
 */
export const DERIVATION = 2;

/**
 * What a human sees in legs that belong together (sections 3.6 and 3.9). The legs are one group of regroup(): not
 * empty and in order of start. `fallbackOffset`: seconds the PBX's clock is ahead of UTC, for legs without any epoch.
 */
export function deriveCall(group: readonly Leg[], fallbackOffset = 0): Call {
  const times = legTimes(group, fallbackOffset);
  const { legs, starts } = inTime(group, times.starts);
  const start = starts[0] ?? 0;
  const end = Math.max(...legs.map((leg, i) => (starts[i] ?? start) + leg.duration));
  const talked = talkStretches(legs, starts);
  const direction = directionOf(legs);
  const outcome = outcomeOf(legs, talked, direction);
  const type = typeOf(legs, outcome);
  const extension = extensionOf(legs, talked, direction);
  const last = talked.length > 1 && (direction === 'in' || direction === 'out') ? speaker(talked.at(-1)) : '';
  const number = numberOf(legs, direction);
  return {
    key: keyOf(legs),
    start,
    duration: end - start,
    ring: ringSeconds(legs, starts, talked, { start, end, outcome }),
    talk: talked.length > 0 ? talkSeconds(talked) : conferenceSeconds(legs),
    direction,
    type,
    outcome,
    number,
    name: direction === 'in' || direction === 'external' ? nameOf(legs, number) : '',
    did: direction === 'in' ? didOf(legs) : '',
    through: throughOf(legs),
    trunk: trunkOf(legs, direction),
    extension,
    lastSpeaker: last === extension ? '' : last,
    rung: direction === 'out' || direction === 'external' ? [] : rungOf(legs, starts, talked),
    recordings: recordingsOf(legs),
    offset: times.offset ?? fallbackOffset,
  };
}

/** Legs come in the order of the PBX's clock, which goes back in an autumn night. */
function inTime(legs: readonly Leg[], starts: readonly number[]): { legs: readonly Leg[]; starts: readonly number[] } {
  let ordered = true;
  for (let i = 1; i < starts.length; i++) if ((starts[i] ?? 0) < (starts[i - 1] ?? 0)) ordered = false;
  if (ordered) return { legs, starts };
  const both = legs.map((leg, i) => ({ leg, start: starts[i] ?? 0 })).sort((a, b) => a.start - b.start);
  return { legs: both.map(({ leg }) => leg), starts: both.map(({ start }) => start) };
}

function outcomeOf(legs: readonly Leg[], talked: readonly TalkStretch[], direction: Direction): Outcome {
  if (talked.length > 0) return 'answered';
  if (legs.some((leg) => wasAnswered(leg) && leg.talk > 0 && (isConference(leg) || isFax(leg)))) return 'answered';
  if (legs.some((leg) => isVoicemail(leg) && wasAnswered(leg))) return 'voicemail';
  const calling = legs.filter((leg) => appSays(leg.app).calling || leg.app === '');
  const tried = calling.length > 0 ? calling : legs;
  const grouped = legs.some((leg) => groupOf(leg));
  if (direction === 'in') {
    if (legs.some((leg) => isForward(leg) || groupOf(leg))) return 'missed';
    // Busy only when the one party called was (3.9, rule 5); whatever else kept an incoming call away is a missed call.
    if (calling.length > 0) return calling.every((leg) => leg.disposition === 'BUSY') ? 'busy' : 'missed';
    return legs.some((leg) => isMenu(leg)) ? 'menu' : 'missed';
  }
  if (!grouped && tried.some((leg) => leg.disposition === 'BUSY')) return 'busy';
  if (tried.every((leg) => leg.disposition === 'FAILED' || leg.disposition === 'CONGESTION')) return 'failed';
  return 'unanswered';
}

function typeOf(legs: readonly Leg[], outcome: Outcome): CallType {
  if (legs.some(isConference)) return 'conference';
  if (legs.some(isFax)) return 'fax';
  if (legs.some(isForward)) return 'forwarded';
  if (outcome === 'voicemail') return 'voicemail';
  let grouped = false;
  for (const leg of legs) {
    const kind = groupOf(leg)?.kind;
    if (kind === 'queue') return 'queue';
    if (kind === 'group') grouped = true;
  }
  if (grouped) return 'group';
  return outcome === 'menu' ? 'ivr' : 'direct';
}

function throughOf(legs: readonly Leg[]): string {
  const group = legs.map((leg) => groupOf(leg)?.number).find((number) => number);
  return group ?? legs.map(menuNumber).find((number) => number !== '') ?? '';
}

/** Ours: who talked first, else who called out (3.9, rule 10). Nobody for an incoming call that nobody took. */
function extensionOf(legs: readonly Leg[], talked: readonly TalkStretch[], direction: Direction): string {
  const first = legs[0];
  if (direction === 'out' || direction === 'internal') {
    return first ? callingExtension(first) : '';
  }
  if (direction === 'external') return '';
  const answered = speaker(talked.find((stretch) => speaker(stretch) !== ''));
  if (answered !== '') return answered;
  return legs.find((leg) => isConference(leg) || isFax(leg))
    ? (legs.map(reachedExtension).find((e) => e !== '') ?? '')
    : '';
}

function speaker(stretch: TalkStretch | undefined): string {
  if (!stretch) return '';
  return isForward(stretch.leg) ? forwardedBy(stretch.leg) : reachedExtension(stretch.leg);
}

const neverRang = new Set(['BUSY', 'FAILED', 'CONGESTION']);

/** Whose telephone rang before somebody talked: not busy ones or such as failed, nor those it was passed on to later. */
function rungOf(legs: readonly Leg[], starts: readonly number[], talked: readonly TalkStretch[]): string[] {
  const lifted = talked[0]?.from ?? Number.POSITIVE_INFINITY;
  return unique(
    legs.map((leg, i) => {
      const before = leg === talked[0]?.leg || (starts[i] ?? 0) < lifted;
      return before && !neverRang.has(leg.disposition) ? reachedExtension(leg) : '';
    }),
  );
}

function ringSeconds(
  legs: readonly Leg[],
  starts: readonly number[],
  talked: readonly TalkStretch[],
  call: { start: number; end: number; outcome: Outcome },
): number {
  const lifted = talked[0]?.from;
  if (lifted !== undefined) return Math.max(0, lifted - call.start);
  const taken = legs.findIndex((leg) => wasAnswered(leg) && (isVoicemail(leg) || isConference(leg) || isFax(leg)));
  return Math.max(0, (starts[taken] ?? call.end) - call.start);
}

/** A conference has no person of ours on a leg: what the caller spent in it is the talk. A fax is none. */
function conferenceSeconds(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + (isConference(leg) && wasAnswered(leg) ? leg.talk : 0), 0);
}

/** Every file once, by the epoch in its name; those that only a ForkCDR leg names are real (3.9, rule 9). */
function recordingsOf(legs: readonly Leg[]): string[] {
  const names: string[] = [];
  for (const leg of legs) for (const name of leg.recordings) if (!names.includes(name)) names.push(name);
  return names.length < 2 ? names : names.sort((a, b) => fileEpoch(a) - fileEpoch(b));
}

function fileEpoch(name: string): number {
  return Number(/-(\d{10})(?=[-#.])/.exec(name)?.[1] ?? 0);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}
