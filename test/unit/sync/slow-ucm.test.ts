import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { gaps } from '../../../lib/sync/coverage';
import { manyCalls } from '../../sim/story/many-calls';
import { paris, seen, told } from '../calls/told';
import { browser, closeBrowsers, type Machine, machine } from './told-browser';

const DAY = 86_400;
const HOUR = 3600;
/** 20 November 2026, 18:00 UTC */
const start = Date.parse('2026-11-20T18:00:00Z') / 1000;

const usual: Machine = {
  zone: paris,
  order: 'descending',
  container: 'bare',
  shape: { grouping: 'shifted', subLegs: 'object', nulls: true, fields: 'full' },
  cap: 1000,
};

/** A clock that goes on by what each answer takes, in seconds. */
function slowClock(seconds: number) {
  const clock = {
    at: start,
    answers: 0,
    now: () => clock.at,
    answered() {
      clock.at += seconds;
      clock.answers += 1;
    },
  };
  return clock;
}

afterEach(closeBrowsers);

describe('a UCM that needs five seconds an answer', () => {
  it('a month of 20,000 calls is filled without a gap in a quarter of an hour, while calls go on', async () => {
    const all = [...manyCalls({ calls: 20_000, seed: 20, from: start - 30 * DAY, to: start + HOUR })];
    const ucm = machine(
      usual,
      all.flatMap(({ rows }) => rows),
    );
    const here = await browser(HOUR);
    const clock = slowClock(5);
    await here.pullBy(ucm, clock, 30);
    expect(gaps({ from: start - 30 * DAY, until: start }, here.state().coverage)).toEqual([]);
    expect(clock.at - start).toBeLessThan(15 * 60);
    const ended = all.filter(({ rows }) => rows.every(({ visibleAt }) => visibleAt <= start));
    const kept = new Map((await here.calls()).map((call) => [call.start, seen(call)]));
    expect(ended.filter(({ call }) => !kept.has(told(call).start))).toEqual([]);

    // what was going on meanwhile is there at the next poll, and nothing twice
    clock.at = start + 3 * HOUR;
    await here.pullBy(ucm, clock, 30);
    expect((await here.calls()).map(seen)).toEqual(all.map(({ call }) => told(call)));
  }, 120_000);

  it('is filled all the same by a browser whose worker is stopped at every fifth answer', async () => {
    const all = [...manyCalls({ calls: 3000, seed: 21, from: start - 29 * DAY, to: start })];
    const ucm = machine(
      usual,
      all.flatMap(({ rows }) => rows),
    );
    const here = await browser(HOUR);
    const clock = slowClock(5);
    const missing = () => gaps({ from: clock.at - 30 * DAY, until: start }, here.state().coverage);
    let stops = 0;
    while (missing().length > 0) {
      const worker = new AbortController();
      const until = clock.answers + 5;
      const mortal = {
        now: clock.now,
        answered() {
          clock.answered();
          if (clock.answers === until) worker.abort();
        },
      };
      await here.pullBy(ucm, mortal, 30, { signal: worker.signal }).catch((error: unknown) => {
        if (!worker.signal.aborted) throw error;
        stops += 1;
      });
      // the alarm that starts it again
      clock.at += 60;
    }
    expect(stops).toBeGreaterThan(5);
    expect((await here.calls()).map(seen)).toEqual(all.map(({ call }) => told(call)));
  }, 60_000);
});
