import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Leg } from '../../../lib/calls/leg';
import { AppError } from '../../../lib/errors';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { emptyPullState, type PullState, pullCalls, type ReadCdrPage } from '../../../lib/sync/pull-calls';
import { leg, wallClock } from '../calls/rows';

const SUMMER = 7200;
const DAY = 86_400;
const noon = wallClock('2026-07-14 12:00:00') - SUMMER;

const opened: Database[] = [];
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

/** A call every twenty minutes for as many days before noon. */
function history(days: number): Leg[] {
  return Array.from({ length: days * 72 }, (_, i) => {
    const start = noon - (i + 1) * 1200;
    const at = new Date((start + SUMMER) * 1000).toISOString().slice(0, 19);
    return leg({ at, acctId: String(i), uniqueid: `${start}.1`, session: `${start}77-x`, duration: 30 });
  });
}

/** A UCM that answers like the reference: by wall clock, both ends included, at most `cap` rows a page. */
function ucm(rows: Leg[], cap = 1000) {
  const asked: Parameters<ReadCdrPage>[0][] = [];
  const readPage: ReadCdrPage = async (page) => {
    asked.push(page);
    const found = rows.filter(({ start }) => start >= page.from && start <= page.until);
    const legs = found.slice(page.offset, page.offset + Math.min(cap, page.limit));
    return { legs, entries: legs.length, setAside: {} };
  };
  return { asked, readPage };
}

async function browser(database = `pull-${name++}`) {
  const db = await openDatabase(database);
  opened.push(db);
  const store = createCallStore(db, (raw) => raw);
  return {
    database,
    count: async () => (await store.memory()).catalogue.count(),
    state: async () => ({ ...emptyPullState, ...((await db.get('state', 'pull')) as Partial<PullState> | undefined) }), // written by addLegs
    async run(readPage: ReadCdrPage, { now = noon, days = 3, abort = new AbortController() } = {}) {
      return pullCalls(
        {
          readPage,
          addLegs: (legs, offset, next) => addLegs(store, legs, offset, next ? { pull: next } : {}),
          now: () => now,
          readClock: async () => ({}),
          guessedOffset: SUMMER,
          onProgress: () => undefined,
        },
        await this.state(),
        days,
        abort.signal,
      );
    },
  };
}

describe('a first run', () => {
  it('reads the wanted days, newest first, and knows them afterwards', async () => {
    const { asked, readPage } = ucm(history(5));
    const here = await browser();
    expect((await here.run(readPage)).newCalls).toBeGreaterThanOrEqual(3 * 72);
    const ends = asked.map(({ until }) => until);
    expect(ends).toEqual([...ends].sort((a, b) => b - a));
    expect((await here.state()).coverage.at(0)?.from).toBe(noon - 3 * DAY);
  });

  it('of a UCM in a zone the browser does not guess finds the same calls', async () => {
    const tokyo = history(3).map((row) => ({ ...row, start: row.start + 7 * 3600 }));
    const here = await browser();
    await here.run(ucm(tokyo).readPage);
    expect(await here.count()).toBe(3 * 72);
    expect((await here.state()).offset).toBe(9 * 3600);
  });

  it('of a machine that gives short pages, whatever it is asked for, reads all of them', async () => {
    const here = await browser();
    await here.run(ucm(history(3), 25).readPage);
    expect(await here.count()).toBe(3 * 72);
  });

  it('of a machine that repeats its last page instead of an empty one comes to an end', async () => {
    const { readPage } = ucm(history(1), 50);
    const repeating: ReadCdrPage = async (page, signal) => {
      const answer = await readPage(page, signal);
      return answer.entries > 0 ? answer : readPage({ ...page, offset: 50 }, signal);
    };
    const here = await browser();
    await here.run(repeating, { days: 1 });
    expect(await here.count()).toBe(72);
  });
});

describe('a page that came before in the place of the next one', () => {
  /** Forty calls an hour, so that a day is more than a page holds. */
  const busy = Array.from({ length: 40 * 24 }, (_, i) =>
    [0, 1].map((n) => {
      const start = noon - (i + 1) * 90;
      const at = new Date((start + SUMMER) * 1000).toISOString().slice(0, 19);
      return leg({ at, acctId: String(2 * i + n), uniqueid: `${start}.${n}`, session: `${start}77-x`, duration: 30 });
    }),
  ).flat();

  it('costs no call: the window is read again in shorter pieces', async () => {
    const { readPage } = ucm(busy);
    let repeated = 0;
    const once: ReadCdrPage = (page, signal) => {
      const again = page.offset > 0 && repeated++ === 0;
      return readPage(again ? { ...page, offset: 0 } : page, signal);
    };
    const here = await browser();
    await here.run(once, { days: 1 });
    expect(repeated).toBeGreaterThan(0);
    expect(await here.count()).toBe(40 * 24);
  });

  it('costs none either of a UCM that heeds no offset at all', async () => {
    const { readPage } = ucm(busy);
    const here = await browser();
    await here.run((page, signal) => readPage({ ...page, offset: 0 }, signal), { days: 1 });
    expect(await here.count()).toBe(40 * 24);
  });

  it('in the shortest of pieces is believed: the rest of the history is not to wait for it', async () => {
    const hour = Array.from({ length: 1500 }, (_, i) =>
      leg({ at: '2026-07-14T11:10:00', acctId: String(i), uniqueid: `${noon - 3000}.${i}`, session: `${i}-x` }),
    );
    const { readPage } = ucm([...hour, ...history(2).filter(({ start }) => start < noon + SUMMER - 7200)]);
    const here = await browser();
    await here.run((page, signal) => readPage({ ...page, offset: 0 }, signal), { days: 2 });
    expect((await here.state()).coverage.at(0)?.from).toBe(noon - 2 * DAY);
  });
});

describe('a UCM of its own kind', () => {
  it('that never answers for more than five hours at once is read without a gap, in shorter pieces', async () => {
    const { readPage } = ucm(history(5));
    let refused = 0;
    const slow: ReadCdrPage = async (page, signal) => {
      if (page.until - page.from > 5 * 3600 + 2 * 5400 && page.until < noon) {
        refused++;
        throw new AppError('ucm-timeout');
      }
      return readPage(page, signal);
    };
    const here = await browser();
    await here.run(readPage, { days: 1 });
    await here.run(slow, { days: 5 });
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(4);
    expect(await here.count()).toBe(5 * 72);
    expect((await here.state()).coverage.at(0)?.from).toBe(noon - 5 * DAY);
  });

  it('that never answers in time is given up, and what is learnt of it is kept', async () => {
    const here = await browser();
    const dead: ReadCdrPage = async () => {
      throw new AppError('ucm-timeout');
    };
    await expect(here.run(dead)).rejects.toMatchObject({ code: 'ucm-timeout' });
    expect((await here.state()).window).toBe(3600);
    expect((await here.state()).coverage).toEqual([]);
  });

  it('that keeps no longer history than a month is not asked three thousand times for ten years', async () => {
    const { asked, readPage } = ucm(history(30));
    const here = await browser();
    await here.run(readPage, { days: 3650 });
    expect(await here.count()).toBe(30 * 72);
    expect((await here.state()).coverage.at(0)?.from).toBe(noon - 3650 * DAY);
    expect((await here.state()).earliest).toBe(noon - 30 * DAY);
    expect(asked.length).toBeLessThan(250);
    const again = ucm(history(30));
    await here.run(again.readPage, { days: 3650, now: noon + 900 });
    expect(again.asked).toHaveLength(1);
  });
});

describe('a poll', () => {
  it('with nothing new is one request', async () => {
    const rows = history(3);
    const here = await browser();
    await here.run(ucm(rows).readPage);
    const quiet = ucm(rows);
    expect(await here.run(quiet.readPage, { now: noon + 900 })).toMatchObject({ newCalls: 0 });
    expect(quiet.asked).toHaveLength(1);
  });

  it('finds a call that began before the last poll and ended after it', async () => {
    const rows = history(3);
    const here = await browser();
    await here.run(ucm(rows).readPage);
    const start = noon - 1500;
    const long = leg({
      at: new Date((start + SUMMER) * 1000).toISOString().slice(0, 19),
      uniqueid: `${start}.9`,
      session: `${start}9-long`,
      duration: 1800,
    });
    expect((await here.run(ucm([...rows, long]).readPage, { now: noon + 900 })).newCalls).toBe(1);
  });
});

describe('a run that is cut off', () => {
  it('at any request loses nothing, and the next ones end with the same calls', async () => {
    const rows = history(3);
    const here = await browser();
    let stops = 0;
    for (let allowed = 1; allowed < 100; allowed++) {
      const { readPage } = ucm(rows, 40);
      let left = allowed;
      const failing: ReadCdrPage = async (page, signal) => {
        if (left-- <= 0) throw new AppError('ucm-timeout');
        return readPage(page, signal);
      };
      const ended = await here.run(failing).then(
        () => true,
        () => false,
      );
      if (ended) break;
      stops++;
    }
    expect(stops).toBeGreaterThan(3);
    expect(await here.count()).toBe(3 * 72);
    expect((await here.state()).coverage.at(0)?.from).toBe(noon - 3 * DAY);
  });

  it('by its person stops before the next request', async () => {
    const abort = new AbortController();
    const { asked, readPage } = ucm(history(3));
    const stopping: ReadCdrPage = (page, signal) => {
      abort.abort();
      return readPage(page, signal);
    };
    await expect((await browser()).run(stopping, { abort })).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});

it('rows that could not be read are counted by reason and stop nothing', async () => {
  const { readPage } = ucm(history(1));
  const here = await browser();
  const odd: ReadCdrPage = async (page, signal) => {
    const answer = await readPage(page, signal);
    return page.offset === 0 ? { ...answer, setAside: { 'no-start': 2 } } : answer;
  };
  expect((await here.run(odd, { days: 1 })).setAside).toEqual({ 'no-start': 2 });
  expect(await here.count()).toBe(72);
});
