import { describe, expect, it } from 'vitest';
import { countAgainst } from '../../faults/count';
import { createZone, parseStory } from '../../sim';

const now = Date.parse('2026-11-23T18:00:00Z') / 1000;
const story = parseStory(
  `today
09:12 in 0639981234 "Garage Lefèvre" → 203 answered 2m
09:40 out 202 → 0033465719900 rang 20s
10:05 internal 201 → 204 answered 35s`,
  { now, zone: createZone('Europe/Paris') },
);
const at = (clock: string) => Date.parse(`2026-11-23T${clock}+01:00`) / 1000;
const garage = {
  start: at('09:12:00'),
  direction: 'in',
  outcome: 'answered',
  rawNumber: '0639981234',
  talk: 120,
} as const;
const hotel = {
  start: at('09:40:00'),
  direction: 'out',
  outcome: 'unanswered',
  rawNumber: '0465719900',
  talk: 0,
} as const;
const desks = {
  start: at('10:05:00'),
  direction: 'internal',
  outcome: 'answered',
  rawNumber: '204',
  talk: 35,
} as const;

describe('what is kept, against the story', () => {
  it('is whole, however a number is written and in whichever order', () => {
    expect(countAgainst(story, [desks, hotel, garage])).toEqual({ lost: 0, doubled: 0, remarks: [] });
  });

  it('has a call that is not there as lost, and one that is there twice as doubled', () => {
    expect(countAgainst(story, [garage, garage, desks])).toMatchObject({ lost: 1, doubled: 1 });
  });

  it.each([{ start: garage.start + 3600 }, { outcome: 'missed' as const }, { rawNumber: '0639981235' }, { talk: 121 }])(
    'takes a call that is kept with %o for another one',
    (other) => {
      expect(countAgainst(story, [{ ...garage, ...other }, hotel, desks])).toMatchObject({ lost: 1, doubled: 1 });
    },
  );
});
