import type { Leg } from './leg';
import { comesFromTrunk, goesToTrunk, groupOf, isTalk } from './leg-kind';
import { appSays } from './leg-words';

/** A stretch in which a person of ours, or the one we called, talked. UTC epoch seconds. */
export interface TalkStretch {
  leg: Leg;
  from: number;
  until: number;
}

/**
 * Who talked when. On the answer of a group or queue the UCM writes the answer as the start, so its talk holds the
 * ringing too: what the telephones beside it, or the length of the recording, tell of the lifting is taken off
 * (section 3.9, rule 3).
 */
export function talkStretches(legs: readonly Leg[], starts: readonly number[]): TalkStretch[] {
  const stretches: TalkStretch[] = [];
  // Between two of ours during an outside call it is a question before a transfer, while the other side waits.
  const outside = legs.some(hasOutside);
  legs.forEach((leg, i) => {
    const start = starts[i];
    if (start === undefined || !isTalk(leg) || (outside && !hasOutside(leg))) return;
    const until = start + leg.duration;
    // A UCM6100 does not say that it was a group; the telephones that rang beside it do.
    const grouped = leg.answer === leg.start && (leg.action === '' || groupOf(leg) !== undefined);
    const ringing = grouped ? ringBeforeLifting(leg, start, legs, starts) : 0;
    stretches.push({ leg, from: until - Math.max(0, Math.min(leg.talk, leg.duration) - ringing), until });
  });
  return stretches.sort((a, b) => a.from - b.from || a.until - b.until);
}

/** Seconds of talk, overlapping stretches once. */
export function talkSeconds(stretches: readonly TalkStretch[]): number {
  let seconds = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, until } of stretches) {
    seconds += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  return seconds;
}

function hasOutside(leg: Leg): boolean {
  return comesFromTrunk(leg) || goesToTrunk(leg);
}

function ringBeforeLifting(answered: Leg, start: number, legs: readonly Leg[], starts: readonly number[]): number {
  let lifted = 0;
  legs.forEach((leg, i) => {
    const began = starts[i] ?? 0;
    // A busy telephone never rang; one that began to ring later than the answered one tells as much as its sisters.
    const sister = leg !== answered && leg.disposition === 'NO ANSWER' && leg.talk === 0 && appSays(leg.app).calling;
    if (!sister || leg.action !== answered.action || leg.dst === groupOf(answered)?.number) return;
    const end = began + leg.duration;
    if (began >= start - 1 && end <= start + answered.duration) lifted = Math.max(lifted, end - start);
  });
  if (lifted > 0) return Math.min(lifted, answered.talk - 1);
  return answered.recorded > 0 && answered.recorded < answered.talk ? answered.talk - answered.recorded : 0;
}
