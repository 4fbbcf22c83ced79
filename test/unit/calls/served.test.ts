import { describe, expect, it } from 'vitest';
import { legKey } from '../../../lib/calls/leg';
import { readCdrAnswer } from '../../../lib/ucm/read-cdr-page';
import { manyCalls } from '../../sim/story/many-calls';
import { tell } from '../../sim/story/tell';
import { theStory } from '../../sim/story/the-story';
import { truth } from '../../sim/story/truth';
import { createCdrapi, readWish } from '../../sim/ucm/cdrapi';
import type { Shape } from '../../sim/ucm/grouping';
import { createTable } from '../../sim/ucm/table';
import { callsOf, legsOf, now, paris, seenOf, storyOf, toldOf } from './told';

const groupings = ['shifted', 'clean', 'flat'] as const;
const subLegs = ['object', 'array'] as const;
const orders = ['ascending', 'descending'] as const;
const containers = ['bare', 'status', 'response', 'cdr'] as const;

describe('however the UCM serves its rows', () => {
  const story = theStory({ now, zone: paris });
  const rows = tell(story, paris);
  const later = now + 86_400;

  it.each(
    groupings.flatMap((grouping) => subLegs.flatMap((legs) => orders.map((order) => [grouping, legs, order] as const))),
  )(
    'groups %s, sub legs as %s, %s: each row is read once, and the month is the same month',
    (grouping, legs, order) => {
      const shape: Shape = { grouping, subLegs: legs, nulls: true, fields: 'full' };
      const table = createTable(paris, order);
      table.add(rows);
      const read = table.page(readWish({}), later);
      const found = legsOf(read, shape);
      expect(found.map(legKey).sort()).toEqual(legsOf(rows).map(legKey).sort());
      expect(seenOf(callsOf(found))).toEqual(toldOf(story));
    },
  );

  it.each(containers.flatMap((container) => orders.map((order) => [container, order] as const)))(
    'answers of the form %s, %s, seven rows a page and shifted groups',
    (container, order) => {
      const table = createTable(paris, order);
      table.add(rows);
      const shape: Shape = { grouping: 'shifted', subLegs: 'object', nulls: true, fields: 'full' };
      const ask = createCdrapi(table, shape, container);
      const legs = [];
      for (let offset = 0; offset < rows.length; offset += 7) {
        const { answer } = ask(readWish({ numRecords: '7', offset: String(offset) }), later, undefined);
        legs.push(...readCdrAnswer(JSON.parse(String(answer.body))).legs);
      }
      expect(legs).toHaveLength(rows.length);
      expect(seenOf(callsOf(legs))).toEqual(toldOf(story));
    },
  );

  it('each page by itself counts calls that the next page completes, and both together count them once', () => {
    const [call] = storyOf(
      '09:00 in 0639981234 → 6400 group → 201, 202 rang 9s → 203 answered 2m → blind 204 answered 1m',
    );
    const split = call ? tell([call], paris) : [];
    const first = legsOf(split.slice(0, 3));
    const second = legsOf(split.slice(3));
    expect(callsOf(first)).toHaveLength(1);
    expect(seenOf(callsOf([...second, ...first]))).toEqual(call && toldOf([call]));
  });
});

describe('five thousand calls of a busy house', () => {
  const from = Date.parse('2026-03-02T07:00:00Z') / 1000;
  const all = [...manyCalls({ calls: 5000, seed: 7, from, to: from + 30 * 86_400 })];

  it('are five thousand, each as it was', () => {
    const legs = all.flatMap(({ rows }) => legsOf(rows));
    expect(seenOf(callsOf(legs))).toEqual(toldOf(all.map(({ call }) => call)));
  });

  it('crowded into two days, with calls going on together, still are', () => {
    const crowd = [...manyCalls({ calls: 2000, seed: 8, from, to: from + 2 * 86_400 })];
    const ours = callsOf(legsOf(crowd.flatMap(({ rows }) => rows)));
    expect(ours).toHaveLength(2000);
    const talk = crowd.reduce((sum, { call }) => sum + truth(call).talk, 0);
    expect(ours.reduce((sum, call) => sum + call.talk, 0)).toBe(talk);
  });
});

describe('row numbers that begin again after a reset', () => {
  it('two calls with the same row numbers are two calls', () => {
    const before = storyOf('-2d\n09:00 in 0639981234 → 203 answered 1m → blind 204 answered 2m');
    const after = storyOf('-1d\n10:00 in 0261914020 → 6400 group → 201 rang 9s → 203 answered 2m');
    const rows = [...tell(before, paris, 1, 1), ...tell(after, paris, 1, 2)];
    expect(new Set(rows.map(({ leg }) => leg.AcctId)).size).toBeLessThan(rows.length);
    expect(seenOf(callsOf(legsOf(rows)))).toEqual(toldOf([...before, ...after]));
  });
});
