import { describe, expect, it } from 'vitest';
import type { Call } from '../../../lib/calls/call';
import { deriveCall } from '../../../lib/calls/derive';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import { regroup } from '../../../lib/calls/regroup';
import { readCdrRow } from '../../../lib/ucm/cdr-row';
import type { parseStory } from '../../sim/story/parse';
import { tell } from '../../sim/story/tell';
import { theStory } from '../../sim/story/the-story';
import { truth } from '../../sim/story/truth';
import { createZone } from '../../sim/story/zone';

const plan = { country: 'FR', outsidePrefix: '', own: [] };
/** The story's words for what the product calls otherwise. A fax is taken by a machine: answered, of the type fax. */
const outcomeOf: Record<string, string> = { noAnswer: 'unanswered', ivrHangup: 'menu', fax: 'answered' };

function legsOf(rows: readonly object[]): Leg[] {
  return rows.map((row) => {
    const leg = readCdrRow(row);
    if (typeof leg === 'string') throw new Error(`a row was set aside: ${leg}`);
    return leg;
  });
}

/** In a conference and with a fax it is nobody of ours. */
function answeredBy({ direction, outcome, type, extension }: Call): string {
  return direction === 'in' && outcome === 'answered' && type !== 'conference' && type !== 'fax' ? extension : '';
}

/** What a person would compare of a call. */
function seen(call: Call) {
  const number = readNumber(call.number, plan);
  return {
    start: call.start,
    direction: call.direction,
    outcome: call.outcome,
    type: call.type,
    number: call.direction === 'internal' || number.kind === 'hidden' ? '' : call.number,
    talk: call.talk,
    answeredBy: answeredBy(call),
    rung: call.direction === 'out' || call.direction === 'external' ? [] : [...call.rung].sort(),
    recordings: call.recordings.length,
  };
}

function told(story: ReturnType<typeof parseStory>) {
  return story
    .map((call) => {
      const { start, direction, outcome, kind, number, talk, answeredBy, rung, recordings } = truth(call);
      return {
        line: call.line,
        start,
        direction,
        outcome: outcomeOf[outcome] ?? outcome,
        type: kind,
        number,
        talk,
        answeredBy: direction === 'in' ? answeredBy : '',
        rung: [...rung].sort(),
        recordings,
      };
    })
    .sort((a, b) => a.start - b.start);
}

describe('the story of a month', () => {
  const zone = createZone('Europe/Paris');
  const now = Date.parse('2026-11-23T14:00:00Z') / 1000;
  const story = theStory({ now, zone });
  const calls = regroup(legsOf(tell(story, zone).map(({ leg }) => leg)))
    .map((legs) => deriveCall(legs))
    .sort((a, b) => a.start - b.start);

  it('has as many calls as a person would count', () => {
    expect(calls).toHaveLength(story.length);
  });

  it.each(told(story).map((call, i) => [call.line, call, i] as const))('%s', (_line, { line: _, ...expected }, i) => {
    const call = calls[i];
    expect(call && seen(call)).toEqual(expected);
  });
});
