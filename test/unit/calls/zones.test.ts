import { describe, expect, it } from 'vitest';
import { tell } from '../../sim/story/tell';
import { theStory } from '../../sim/story/the-story';
import { createZone, type Zone } from '../../sim/story/zone';
import { callsOf, legsOf, now, paris, seenOf, storyOf, toldOf } from './told';

const HOUR = 3600;
const zones = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

describe('a UCM in another zone than the browser', () => {
  it.each(zones.flatMap((name) => [-8 * HOUR, 9 * HOUR].map((browser) => [name, browser] as const)))(
    '%s, the browser %i seconds from Greenwich: the month is the same month',
    (name, browser) => {
      const zone = createZone(name);
      const story = theStory({ now, zone });
      expect(seenOf(callsOf(legsOf(tell(story, zone)), browser))).toEqual(toldOf(story));
    },
  );
});

/** What can happen to a caller; `at` is said in UTC, so that both hours of the night can be meant. */
const courses = [
  '203 rang 20s',
  '203 answered 5m',
  '7000 ivr 14s → 6400 group → 201, 202 rang 11s → 203 answered 6m10 [rec]',
  '6500 queue → 201, 202 rang 21s → 203 answered 25m',
  '203 answered 12m → blind 204 answered 20m [rec]',
  '203 answered 12m → blind 204 answered 20m → blind 206 answered 15m',
  '203 answered 12m → park 71 3m → 204 retrieved 9m [rec]',
  '203 answered 2m → park 71 50m → 204 retrieved 9m',
  '203 answered 12m → attended 204 answered 20m consulting 40s [rec]',
  '203 answered 12m → attended 204 answered 20m consulting 5m',
  '203 rang 25s → 203 voicemail 40s',
  '206 rang 16s → 206 mobile 0639980011 answered 20m [own session]',
  '203 answered 80m → blind 204 answered 20m → blind 206 answered 50m',
  '6300 conference 90m',
];

/** A call every so often over the change, each alone: a leg of one may not set another's clock. */
function callsAround(zone: Zone, change: string) {
  const moment = Date.parse(change) / 1000;
  const before = [7200, 3600, 3000, 1800, 1200, 600, 300, 120, 40, 20, 10, 5, 2];
  const after = [0, 5, 60, 600, 1800, 3540, 3600, 5400, 7200];
  const starts = [...before.map((seconds) => moment - seconds), ...after.map((seconds) => moment + seconds)];
  return starts.flatMap((at) =>
    courses.map((course) => {
      const [story] = storyOf(`now in 0639981234 → ${course}`, zone, at);
      if (!story) throw new Error('no call');
      return story;
    }),
  );
}

const nights = [
  ['Europe/Paris', 'autumn', '2026-10-25T01:00:00Z'],
  ['Europe/Paris', 'spring', '2026-03-29T01:00:00Z'],
  ['America/New_York', 'autumn', '2026-11-01T06:00:00Z'],
  ['America/New_York', 'spring', '2026-03-08T07:00:00Z'],
  ['Pacific/Auckland', 'autumn', '2026-04-04T14:00:00Z'],
  ['Pacific/Auckland', 'spring', '2026-09-26T14:00:00Z'],
] as const;

describe('the night of a change of the clocks', () => {
  it.each(nights)('%s in %s: calls before, over and after it, one at a time', (name, _season, change) => {
    const zone = createZone(name);
    const wrong: unknown[] = [];
    for (const call of callsAround(zone, change)) {
      const rows = tell([call], zone);
      const ours = callsOf(legsOf(rows));
      const until = Math.max(...rows.map(({ endsAt }) => endsAt));
      const expected = { calls: toldOf([call]), duration: until - call.at };
      const found = { calls: seenOf(ours), duration: ours[0]?.duration };
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        wrong.push([call.line, new Date(call.at * 1000).toISOString(), found, expected]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(nights)('%s in %s: all of them in one answer', (name, _season, change) => {
    const zone = createZone(name);
    const story = callsAround(zone, change).filter(({ line }) => !line.includes('mobile'));
    expect(seenOf(callsOf(legsOf(tell(story, zone))))).toEqual(toldOf(story));
  });

  it('both half past twos of an autumn night are told apart, an hour from each other', () => {
    const story = storyOf(`
      2026-10-25
      02:30+02:00 in 0639981234 → 203 answered 10m
      02:30+01:00 in 0639981235 → 203 answered 10m`);
    expect(callsOf(legsOf(tell(story, paris))).map(({ start }) => new Date(start * 1000).toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });
});
