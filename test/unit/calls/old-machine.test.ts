import { describe, expect, it } from 'vitest';
import { readCdrAnswer } from '../../../lib/ucm/read-cdr-page';
import { tell } from '../../sim/story/tell';
import { createCdrapi, readWish } from '../../sim/ucm/cdrapi';
import { createTable } from '../../sim/ucm/table';
import { callsOf, legsOf, now, paris, seen, storyOf, told } from './told';

/** Fields of a UCM6100: no session, no action, no trunk names, and EXT for every kind of call. */
const shape = { grouping: 'flat', subLegs: 'object', nulls: false, fields: 'ucm6100' } as const;

/** What its rows still tell. Groups, follow-me and the length of recordings are not among it. */
const lines = `
09:00 in 0639981234 "Garage Lefèvre" → 203 answered 5m
09:00 in 0639981234 → 203 rang 20s
09:00 in 0639981234 → 203 busy
09:00 in hidden → 203 answered 5m
09:00 in anonymous → 203 rang 9s
09:00 in 0639981234 → 203 rang 20s → 203 voicemail 12s
09:00 in 0639981234 → 7000 ivr 12s → 203 answered 2m
09:00 in 0639981234 → 7000 ivr 12s → hung up
09:00 in 0639981234 → 203 answered 2m → blind 204 answered 3m
09:00 in 0639981234 → 203 answered 2m [analog]
09:00 in 0639981234 → 205 fax 40s
09:00 in 0639981234 → 6300 conference 10m
09:00 out 203 → 0639981234 answered 2m
09:00 out 203 → 0639981234 rang 20s
09:00 out 203 → 0639981234 busy
09:00 out 203 → 0639981234 congestion
09:00 out 203 → 90639981234 answered 2m [glued]
09:00 out 203 → 112 answered 2m
09:00 internal 203 → 204 answered 2m
09:00 internal 203 → 204 rang 20s
09:00 external 0639987001 → 0465719011 answered 2m
`;

describe('a UCM6100', () => {
  it.each(storyOf(lines).map((call) => [call.line, call] as const))('%s', (_line, call) => {
    expect(callsOf(legsOf(tell([call], paris), shape)).map(seen)).toEqual([told(call)]);
  });

  it.each([
    '09:00 in 0639981234 → 6400 group → 201, 202 rang 12s → 203 answered 2m',
    '09:00 in 0639981234 → 6400 group → 201, 202 rang 12s',
    '09:00 in 0639981234 → 6500 queue → 201, 202 rang 12s → 203 answered 2m',
    '09:00 in 0639981234 → 6500 queue → 201, 202 rang 12s → abandoned 12s',
  ])('%s: not which group it was, but who called, who rang and who answered', (line) => {
    const [call] = storyOf(line);
    const [ours, ...others] = callsOf(legsOf(call ? tell([call], paris) : [], shape));
    const expected = call && told(call);
    expect(others).toEqual([]);
    expect(ours && seen(ours)).toMatchObject({
      direction: 'in',
      outcome: expected?.outcome,
      number: expected?.number,
      answeredBy: expected?.answeredBy,
      rung: expected?.rung,
    });
  });

  it('answers under another key, a page at a time, and its calls are the same', () => {
    const story = storyOf(
      lines
        .replaceAll('09:00', '')
        .trim()
        .split('\n')
        .map((line, i) => `1${i % 10}:${10 + i} ${line.trim()}`)
        .join('\n'),
    );
    const rows = tell(story, paris);
    const table = createTable(paris, 'descending');
    table.add(rows);
    const ask = createCdrapi(table, { ...shape, grouping: 'shifted', nulls: true }, 'cdr');
    const legs = [];
    for (let offset = 0; offset < rows.length; offset += 7) {
      const { answer } = ask(readWish({ numRecords: 7, offset }), now + 86_400, undefined);
      legs.push(...readCdrAnswer(JSON.parse(String(answer.body))).legs);
    }
    expect(callsOf(legs).map(seen)).toEqual(story.map(told).sort((a, b) => a.start - b.start));
  });
});
