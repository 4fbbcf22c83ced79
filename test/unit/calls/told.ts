import { expect } from 'vitest';
import type { Call } from '../../../lib/calls/call';
import { deriveCall } from '../../../lib/calls/derive';
import type { Leg } from '../../../lib/calls/leg';
import { regroup } from '../../../lib/calls/regroup';
import { readCdrAnswer } from '../../../lib/ucm/read-cdr-page';
import type { Call as ToldCall } from '../../sim/story/call';
import type { Row } from '../../sim/story/leg';
import { parseStory } from '../../sim/story/parse';
import { truth } from '../../sim/story/truth';
import { createZone, type Zone } from '../../sim/story/zone';
import { entriesOf, type Shape } from '../../sim/ucm/grouping';

/**
 * A story, the rows a UCM writes of it, our reading of them, and what a person who stood beside would say: each test
 * compares the last two.
 */

export const paris = createZone('Europe/Paris');
export const now = Date.parse('2026-11-23T14:00:00Z') / 1000;

export function storyOf(text: string, zone: Zone = paris, at = now): ToldCall[] {
  return parseStory(text, { now: at, zone });
}

const flat: Shape = { grouping: 'flat', subLegs: 'object', nulls: false, fields: 'full' };

/** The legs of rows as one answer holds them; through JSON, as they come. */
export function legsOf(rows: readonly Row[], shape: Shape = flat): Leg[] {
  const page = readCdrAnswer(JSON.parse(JSON.stringify({ cdr_root: entriesOf(rows, shape) })));
  expect(page.setAside).toEqual({});
  return page.legs;
}

export function callsOf(legs: readonly Leg[], fallbackOffset = 0): Call[] {
  return regroup(legs)
    .map((group) => deriveCall(group, fallbackOffset))
    .sort(inTime);
}

/** The story's words for what the product calls otherwise. A fax is taken by a machine: answered, of the type fax. */
const outcomes: Record<string, string> = { noAnswer: 'unanswered', ivrHangup: 'menu', fax: 'answered' };

/** What a person would compare of a call of ours. */
export function seen(call: Call) {
  return {
    start: call.start,
    direction: call.direction,
    outcome: call.outcome,
    type: call.type,
    // between two of ours the story names no outside party
    number: call.direction === 'internal' ? '' : call.number,
    talk: call.talk,
    answeredBy: answeredBy(call),
    calledBy: call.direction === 'out' || call.direction === 'internal' ? call.extension : '',
    rung: [...call.rung].sort(),
    recordings: call.recordings.length,
  };
}

/** In a conference and with a fax it is nobody of ours. */
function answeredBy({ direction, outcome, type, extension }: Call): string {
  return direction === 'in' && outcome === 'answered' && type !== 'conference' && type !== 'fax' ? extension : '';
}

/** The same of a call of the story. */
export function told(call: ToldCall) {
  const { start, direction, outcome, kind, number, talk, answeredBy: by, calledBy, rung, recordings } = truth(call);
  return {
    start,
    direction,
    outcome: outcomes[outcome] ?? outcome,
    type: kind,
    number,
    talk,
    answeredBy: direction === 'in' ? by : '',
    calledBy,
    rung: [...rung].sort(),
    recordings,
  };
}

export function toldOf(story: readonly ToldCall[]) {
  return story.map(told).sort((a, b) => a.start - b.start || (a.number < b.number ? -1 : 1));
}

export function seenOf(calls: readonly Call[]) {
  return calls.map(seen).sort((a, b) => a.start - b.start || (a.number < b.number ? -1 : 1));
}

function inTime(a: Call, b: Call): number {
  return a.start - b.start || (a.key < b.key ? -1 : 1);
}
