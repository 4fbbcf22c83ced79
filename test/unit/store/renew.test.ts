import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { directions } from '../../../lib/calls/call';
import type { Leg } from '../../../lib/calls/leg';
import { addLegs } from '../../../lib/store/add-legs';
import { type CallStore, createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { callsOfNumbers, figuresOf, newestCalls } from '../../../lib/store/find-calls';
import { renewCalls, rereadNumbers } from '../../../lib/store/renew';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const SUMMER = 7200;
const go = new AbortController().signal;
const opened: Database[] = [];
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

async function open(database: string, digitsOf = (raw: string) => raw): Promise<CallStore> {
  const db = await openDatabase(database);
  opened.push(db);
  return createCallStore(db, digitsOf);
}

/** Three days, each a segment of its own: 300 calls that were missed, taken or made. */
function threeDays(): Leg[] {
  const start = wallClock('2026-07-01 08:00:00');
  return Array.from({ length: 900 }, (_, i) => {
    const clock = start + Math.floor(i / 300) * 86_400 + (i % 300) * 60;
    const at = new Date(clock * 1000).toISOString().slice(0, 19);
    const told = { at, uniqueid: `${clock - SUMMER}.${i}`, session: `${clock - SUMMER}7-${i}`, acctId: `${i}` };
    const number = `06399800${String(i % 50).padStart(2, '0')}`;
    if (i % 3 === 0) return outLeg({ ...told, dstTrunk: 'Second', dst: number, duration: 30, talk: 20, ...answered });
    return leg({ ...told, src: number, duration: 30, ...(i % 3 === 1 ? { talk: 20, ...answered } : {}) });
  });
}

/** A browser whose calls older rules made: each an internal one of no length that nobody named, and no trunk known. */
async function keptByOlderRules(): Promise<string> {
  const database = `renew-${name++}`;
  const store = await open(database);
  const { db } = store;
  const legs = threeDays();
  for (const day of [600, 300, 0]) await addLegs(store, legs.slice(day, day + 300), SUMMER);
  for (const columns of await db.getAll('columns')) {
    columns.direction.fill(directions.indexOf('internal'));
    columns.number.fill(0);
    columns.talk.fill(0);
    const { trunk: _none, ...rest } = columns;
    await db.put('columns', rest);
  }
  for (const { group, entries } of await db.getAll('catalogue')) {
    await db.put('catalogue', { group, entries: entries.map(({ rules: _none, ...entry }) => entry) });
  }
  for (const record of await db.getAll('places')) {
    await db.put('places', { ...record, numbers: new Uint32Array(), places: new Uint8Array() });
  }
  return database;
}

async function seen(store: CallStore) {
  const all = await newestCalls(store, 1000);
  const { numbers, extensions } = await store.memory();
  const trunks = all.map(({ columns, row }) => extensions.text(columns.trunk?.[row] ?? 0));
  return {
    ...figuresOf(all),
    trunks: [...new Set(trunks)].sort(),
    of07: (await callsOfNumbers(store, new Set(numbers.ending('39980007')))).length,
  };
}

async function asNow() {
  const store = await open(`renew-${name++}`);
  await addLegs(store, threeDays(), SUMMER);
  return seen(store);
}

describe('calls kept by older rules', () => {
  it('are what the rules of now say, after the next run and after a restart, and then left alone', async () => {
    const database = await keptByOlderRules();
    const store = await open(database);
    expect(await seen(store)).toMatchObject({ calls: 0, of07: 0 });
    expect(await renewCalls(store, go)).toBe(3);
    const expected = await asNow();
    expect(expected).toMatchObject({ calls: 900, talk: 12_000, of07: 18, trunks: ['Operator', 'Second'] });
    expect(await seen(store)).toEqual(expected);
    const again = await open(database);
    expect(await seen(again)).toEqual(expected);
    expect(await renewCalls(again, go)).toBe(0);
  });

  it('can be read and added to while they are renewed', async () => {
    const store = await open(await keptByOlderRules());
    const renewed = renewCalls(store, go);
    const late = leg({ at: '2026-07-02 22:00:00', src: '0639980007', duration: 9 });
    const added = addLegs(store, [late], SUMMER);
    await newestCalls(store, 10);
    expect(await added).toMatchObject({ newCalls: 1 });
    await renewed;
    const expected = await asNow();
    expect(await seen(store)).toMatchObject({ calls: 901, of07: expected.of07 + 1 });
  });

  it('are renewed by the next run when one is cut off, the newest first', async () => {
    const store = await open(await keptByOlderRules());
    const cut = new AbortController();
    const writing: CallStore = {
      ...store,
      async writing(write) {
        const done = await store.writing(write);
        cut.abort();
        return done;
      },
    };
    await expect(renewCalls(writing, cut.signal)).rejects.toThrow();
    const newest = await newestCalls(store, 1000);
    expect(newest.map(({ columns, row }) => columns.start[row] ?? 0).every((at) => at > wallClock('2026-07-03'))).toBe(
      true,
    );
    expect(newest).toHaveLength(300);
    expect(await renewCalls(store, go)).toBe(2);
    expect(await seen(store)).toEqual(await asNow());
  });
});

it('other rules for numbers are applied to what is kept already', async () => {
  const database = `renew-${name++}`;
  await addLegs(await open(database), threeDays().slice(0, 3), SUMMER);
  await rereadNumbers(await open(database, (raw) => `+33${raw.slice(1)}`));
  const { numbers } = await (await open(database)).memory();
  expect(numbers.digits(numbers.ending('39980001')[0] ?? 0)).toBe('+33639980001');
});
