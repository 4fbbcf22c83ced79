import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backFrom,
  type Coverage,
  gaps,
  oldestUnsettled,
  SETTLE,
  share,
  since,
  withRead,
} from '../../../lib/sync/coverage';
import { plan } from '../../../lib/sync/plan';

const HOUR = 3600;
const DAY = 24 * HOUR;
const now = 1_795_400_000;
const month = { from: now - 30 * DAY, until: now };

describe('what is known', () => {
  it('a day read is no gap any more, what lies around it still is', () => {
    const coverage = withRead([], { from: now - DAY, until: now, readAt: now });
    expect(gaps(month, coverage)).toEqual([{ from: month.from, until: now - DAY }]);
    expect(share(month, coverage)).toBeCloseTo(1 / 30);
  });

  it('reaches back over what was read long ago, as far as nothing is missing between', () => {
    const read = (from: number, until: number) => ({ from, until, readAt: now });
    const old = withRead(withRead([], read(now - 90 * DAY, now - 80 * DAY)), read(now - 60 * DAY, now - 20 * DAY));
    const coverage = withRead(old, read(now - 20 * DAY, now));
    expect(backFrom(coverage, month.from)).toBe(now - 60 * DAY);
    expect(backFrom([], month.from)).toBe(month.from);
  });

  it('ends where older calls were dropped, so that they are read again when they are wanted again', () => {
    const coverage = withRead([], { from: now - 20 * DAY, until: now, readAt: now + DAY });
    const left = since(coverage, now - 5 * DAY);
    expect(gaps(month, left)).toEqual([{ from: month.from, until: now - 5 * DAY }]);
    expect(gaps({ from: now - 5 * DAY, until: now }, left)).toEqual([]);
  });

  it('is believed only when it was read again hours after its end', () => {
    const soon = withRead([], { from: now - DAY, until: now, readAt: now });
    expect(oldestUnsettled(month, soon)).toBe(now - SETTLE);
    const later = withRead(soon, { from: now - SETTLE, until: now, readAt: now + SETTLE });
    expect(oldestUnsettled(month, later)).toBeUndefined();
  });

  it('stays sorted, without overlap, and never loses what was read', () => {
    const reads = fc.array(
      fc.record({ from: fc.nat(50), length: fc.integer({ min: 1, max: 20 }), after: fc.nat(2 * SETTLE) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(reads, (list) => {
        let coverage: Coverage = [];
        const known = new Set<number>();
        for (const { from, length, after } of list) {
          coverage = withRead(coverage, { from, until: from + length, readAt: from + length + after });
          for (let second = from; second < from + length; second++) known.add(second);
        }
        coverage.forEach((part, i) => {
          expect(part.until).toBeGreaterThan(part.from);
          expect(part.from).toBeGreaterThanOrEqual(coverage[i - 1]?.until ?? 0);
        });
        for (let second = 0; second < 80; second++) {
          const covered = coverage.some(({ from, until }) => second >= from && second < until);
          expect(covered).toBe(known.has(second));
        }
      }),
    );
  });
});

describe('the work of a run', () => {
  it('at first is the whole history, in one piece', () => {
    expect(plan(month, [], 0).stretches).toEqual([month]);
  });

  it('with everything known is one window that reaches back an hour', () => {
    const coverage = withRead([], { ...month, until: now - 900, readAt: now });
    expect(plan(month, coverage, now - 900).stretches).toEqual([{ from: now - 900 - HOUR, until: now }]);
  });

  it('once an hour is one window over all that is not settled', () => {
    const coverage = withRead([], { ...month, until: now - 900, readAt: now - 900 });
    const { stretches, long } = plan(month, coverage, now - HOUR);
    expect(long).toBe(true);
    expect(stretches).toEqual([{ from: now - 900 - SETTLE, until: now }]);
  });

  it('after a weekend without network is what was missed, and what was left open before it', () => {
    let coverage = withRead([], { from: now - 10 * DAY, until: now - 3 * DAY, readAt: now - 2 * DAY });
    coverage = withRead(coverage, { from: now - 25 * DAY, until: now - 12 * DAY, readAt: now });
    const { stretches } = plan(month, coverage, now);
    expect(stretches[0]?.until).toBe(now);
    expect(stretches.at(-1)?.from).toBe(month.from);
    const asked = stretches.reduce((sum, { from, until }) => sum + until - from, 0);
    expect(asked).toBe(3 * DAY + HOUR + 2 * DAY + 5 * DAY);
  });
});
