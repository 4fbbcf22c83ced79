import { describe, expect, it } from 'vitest';
import { clockTold } from '../../../entrypoints/background/clock-told';
import { zoneGap, zoneOfWall } from '../../../lib/sync/zone-gap';

/** Tuesday, 24 November 2026, 09:00 UTC, in Paris an hour ahead; until 25 October it was two. */
const now = Date.UTC(2026, 10, 24, 9) / 1000;
const october = Date.UTC(2026, 9, 23, 9) / 1000;
const paris = (at: number) => (at < Date.UTC(2026, 9, 25, 1) / 1000 ? 7200 : 3600);

describe('the zone that a UCM says it is in, beside that of its newest call', () => {
  it.each([
    ['the same', { offset: 3600, offsetAt: now - 600 }, 3600, undefined],
    ['never set: UTC', { offset: 3600, offsetAt: now - 600 }, 0, { said: 0, calls: 3600 }],
    ['set to another one since', { offset: 3600, offsetAt: now - 600 }, -18_000, { said: -18_000, calls: 3600 }],
    ['no call since the clocks were put back', { offset: 7200, offsetAt: october }, 3600, undefined],
    ['an hour wrong since October', { offset: 7200, offsetAt: october }, 10_800, { said: 10_800, calls: 7200 }],
    ['no call yet', {}, 3600, undefined],
    ['a call that an older version read', { offset: 7200 }, 3600, undefined],
    ['it does not say', { offset: 3600, offsetAt: now - 600 }, undefined, undefined],
  ])('%s', (_story, told, said, gap) => {
    expect(zoneGap(told, said, now, paris)).toEqual(gap);
  });

  it('is told apart from a clock that is wrong', () => {
    expect(zoneOfWall(3600 + 437, 436)).toBe(3600);
    expect(zoneOfWall(20_700 - 2, -1)).toBe(20_700);
    expect(zoneOfWall(undefined, 0)).toBeUndefined();
  });
});

describe('what a test tells of clock and zone', () => {
  const newest = { offset: 3600, offsetAt: now - 600 };
  it.each([
    ['all is right', { zoneOffset: 3600, clock: now + 40 }, {}],
    ['fast by seven minutes', { zoneOffset: 3600, clock: now + 420 }, { skew: 420 }],
    ['calls in another zone', { zoneOffset: 0, clock: now }, { zone: { said: 0, calls: 3600 } }],
    ['it may not be asked', {}, {}],
  ])('%s', (_story, said, told) => {
    expect(clockTold(said, newest, now, paris)).toEqual(told);
  });

  it('a UCM in Montréal, whose calls agree with it, is only elsewhere', () => {
    const said = { zoneOffset: -18_000, clock: now };
    expect(clockTold(said, { offset: -18_000, offsetAt: now - 600 }, now, paris)).toEqual({
      elsewhere: { said: -18_000, here: 3600 },
    });
  });
});
