import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { unwrap } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deriveCall } from '../../../lib/calls/derive';
import type { Leg } from '../../../lib/calls/leg';
import { regroup } from '../../../lib/calls/regroup';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { callsOfNumbers } from '../../../lib/store/find-calls';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const SUMMER = 7200;
const opened: Database[] = [];
let name = 0;

async function freshStore(database = `store-${name++}`) {
  const db = await openDatabase(database);
  opened.push(db);
  return createCallStore(db, (raw) => raw.replace(/\D/g, ''));
}

afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

type Store = Awaited<ReturnType<typeof freshStore>>;

/** Every call kept, oldest first, with the legs it was made of. */
async function kept(store: Store) {
  const { catalogue } = await store.memory();
  const calls = [];
  for (const { id } of catalogue.segments()) calls.push(...(await store.rows(id)));
  return calls.map(({ call, legs }) => ({ call, legs: legs.map(({ acctId }) => acctId).sort() }));
}

const plain = (legs: readonly Leg[]) =>
  regroup(legs)
    .map((group) => ({ call: deriveCall(group, SUMMER), legs: group.map(({ acctId }) => acctId).sort() }))
    .sort((a, b) => a.call.start - b.call.start || (a.call.key < b.call.key ? -1 : 1));

/** A call to `number` every `every` seconds. */
function manyLegs(
  count: number,
  every = 60,
  number = (i: number) => `06399800${String(i % 50).padStart(2, '0')}`,
): Leg[] {
  const start = wallClock('2026-07-01 08:00:00');
  return Array.from({ length: count }, (_, i) => {
    const at = new Date((start + i * every) * 1000).toISOString().slice(0, 19);
    const uniqueid = `${start + i * every - SUMMER}.${i}`;
    return leg({
      at,
      acctId: String(i),
      uniqueid,
      session: `${start + i * every - SUMMER}7-${i}`,
      src: number(i),
      duration: 20,
    });
  });
}

describe('keeping calls', () => {
  it('a call read three times is there once', async () => {
    const store = await freshStore();
    const legs = manyLegs(5);
    expect(await addLegs(store, legs, SUMMER)).toMatchObject({ newLegs: 5, newCalls: 5 });
    expect(await addLegs(store, [...legs, ...legs], SUMMER)).toMatchObject({ newLegs: 0, newCalls: 0 });
    expect(await kept(store)).toHaveLength(5);
  });

  it('what was kept is there again after a restart, found by its number', async () => {
    const database = `store-${name++}`;
    await addLegs(await freshStore(database), manyLegs(120), SUMMER);
    const again = await freshStore(database);
    const { numbers } = await again.memory();
    const entries = numbers.ending('39980007');
    expect(entries.map((entry) => numbers.text(entry))).toEqual(['0639980007']);
    expect(await callsOfNumbers(again, new Set(entries))).toHaveLength(3);
  });

  it('a leg that comes an hour later joins its call: still one line, now answered', async () => {
    const store = await freshStore();
    const legs = manyLegs(10);
    await addLegs(store, legs, SUMMER);
    const first = legs[4];
    const late = leg({ ...first, at: '2026-07-01 09:04:00', acctId: 'late', duration: 60, talk: 60, ...answered });
    expect(await addLegs(store, [late], SUMMER)).toMatchObject({ newLegs: 1, newCalls: 0 });
    const calls = await kept(store);
    expect(calls).toHaveLength(10);
    expect(calls[4]).toMatchObject({ call: { outcome: 'answered' }, legs: ['4', 'late'] });
  });

  it('a leg that belongs to two known calls makes one of them', async () => {
    const store = await freshStore();
    const legs = manyLegs(3);
    await addLegs(store, legs, SUMMER);
    const bridge = leg({
      at: '2026-07-01 08:02:30',
      acctId: 'b',
      uniqueid: legs[0]?.uniqueid ?? '',
      session: legs[1]?.session ?? '',
    });
    expect(await addLegs(store, [bridge], SUMMER)).toMatchObject({ newLegs: 1, newCalls: -1 });
    expect((await kept(store)).map(({ legs: of }) => of)).toEqual([['0', '1', 'b'], ['2']]);
  });

  it('rows of an old machine, without any session, are told apart and known again', async () => {
    const store = await freshStore();
    const old = manyLegs(300).map((row) => ({ ...row, session: '' }));
    await addLegs(store, old.slice(0, 200), SUMMER);
    expect(await addLegs(store, old.slice(100), SUMMER)).toMatchObject({ newLegs: 100, newCalls: 100 });
    expect(await kept(store)).toEqual(plain(old));
  });

  it('rows that name neither channel nor session are each a call, once', async () => {
    const store = await freshStore();
    const nameless = manyLegs(5).map((row) => ({ ...row, session: '', uniqueid: '' }));
    await addLegs(store, nameless.slice(0, 3), SUMMER);
    expect(await addLegs(store, nameless, SUMMER)).toMatchObject({ newLegs: 2, newCalls: 2 });
    expect(await kept(store)).toHaveLength(5);
  });

  it('segments stay short and never overlap, whichever end grows', async () => {
    const store = await freshStore();
    const legs = manyLegs(4200, 40);
    for (const [from, until] of [
      [2000, 2900],
      [1200, 2000],
      [2900, 3400],
      [0, 1200],
      [3400, 4200],
    ]) {
      await addLegs(store, legs.slice(from, until), SUMMER);
    }
    const segments = (await store.memory()).catalogue.segments();
    expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(4200);
    expect(Math.max(...segments.map(({ count }) => count))).toBeLessThanOrEqual(1000);
    expect(segments.length).toBeLessThan(9);
    const apart = segments.map(({ from }, i) => from - (segments[i - 1]?.until ?? 0));
    expect(Math.min(...apart)).toBeGreaterThan(0);
  });

  it('rows split, shuffled and repeated in any way give the calls of all rows together', async () => {
    const pieces = fc.record({
      calls: fc.array(fc.record({ at: fc.nat(100_000), legs: fc.nat(3), kind: fc.nat(3) }), {
        minLength: 1,
        maxLength: 25,
      }),
      cuts: fc.array(fc.nat(8), { minLength: 100, maxLength: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(pieces, async ({ calls, cuts }) => {
        const begin = wallClock('2026-07-01 08:00:00');
        const legs = calls.flatMap(({ at, legs: more, kind }, c) => {
          const start = begin + at;
          const told = (after: number, i: number) => ({
            at: new Date((start + after) * 1000).toISOString().slice(0, 19),
            acctId: `${c}.${i}`,
            uniqueid: `${start - SUMMER}.${c}`,
            session: `${start - SUMMER}5-${c}`,
            duration: 30,
          });
          return Array.from({ length: more + 1 }, (_, i) => {
            if (kind === 0) return outLeg(told(i * 40, i));
            if (kind === 1 && i > 0) {
              const own = {
                action: 'FOLLOWME[203]',
                uniqueid: `f${c}.${i}`,
                session: `f${c}`,
                dstTrunk: 'Operator',
                to: 'trunk_2',
              };
              return leg({ ...told(i * 20, i), ...own });
            }
            return leg(told(i * 40, i));
          });
        });
        const store = await freshStore();
        const piles: Leg[][] = [];
        for (let pile = 0; pile <= 8; pile++) piles.push(legs.filter((_, i) => (cuts[i] ?? 0) === pile));
        for (const pile of piles) await addLegs(store, pile, SUMMER);
        await addLegs(store, legs.slice(0, 5), SUMMER);
        expect(await kept(store)).toEqual(plain(legs));
      }),
      { numRuns: 60 },
    );
  });

  it('a busy system read newest first, pages cutting calls in two, has each call once', async () => {
    const store = await freshStore();
    const rows = manyLegs(6000, 20).flatMap((first) => [
      first,
      leg({ ...first, at: new Date((first.start + 5) * 1000).toISOString().slice(0, 19), acctId: `${first.acctId}b` }),
      leg({ ...first, at: new Date((first.start + 9) * 1000).toISOString().slice(0, 19), acctId: `${first.acctId}c` }),
    ]);
    rows.reverse();
    for (let row = 0; row < rows.length; row += 1000) await addLegs(store, rows.slice(row, row + 1000), SUMMER);
    const calls = await kept(store);
    expect(calls).toHaveLength(6000);
    expect(new Set(calls.map(({ call }) => call.key)).size).toBe(6000);
    expect(calls.every(({ legs }) => legs.length === 3)).toBe(true);
  });
});

describe('when a write fails', () => {
  it('nothing of it is kept, the reason is named, and the next write is whole', async () => {
    const store = await freshStore();
    const legs = manyLegs(20);
    await addLegs(store, legs.slice(0, 10), SUMMER);
    const uncloneable = { coverage: () => 'a function cannot be kept' };
    await expect(addLegs(store, legs.slice(10), SUMMER, uncloneable)).rejects.toMatchObject({ name: 'AppError' });
    expect(await kept(store)).toHaveLength(10);
    await addLegs(store, legs.slice(10), SUMMER);
    expect(await kept(store)).toEqual(plain(legs));
  });

  /** The disk takes nothing of the next transaction, as it shows when all of it was handed over. */
  function diskFullOnce(store: Store): void {
    const raw = unwrap(store.db);
    const make = raw.transaction.bind(raw);
    raw.transaction = (...asked) => {
      const tx = make(...asked);
      if (asked[1] !== 'readwrite') return tx;
      raw.transaction = make;
      tx.commit = () => tx.abort();
      Object.defineProperty(tx, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
      return tx;
    };
  }

  it('that was still on its way: what comes after it says so, and nothing says that its calls are known', async () => {
    const database = `store-${name++}`;
    const store = await freshStore(database);
    const legs = manyLegs(40);
    await addLegs(store, legs.slice(0, 10), SUMMER, { coverage: 'a first page' });
    diskFullOnce(store);
    await addLegs(store, legs.slice(10, 20), SUMMER);
    // Whoever looks before the next page comes sees what is kept, as soon as the disk has said no.
    await vi.waitFor(async () => expect(await kept(store)).toHaveLength(10));
    const full = { code: 'store-full' };
    await expect(addLegs(store, legs.slice(20, 30), SUMMER, { coverage: 'all' })).rejects.toMatchObject(full);
    expect(await store.db.get('state', 'coverage')).toBe('a first page');
    expect(await kept(store)).toEqual(plain(legs.slice(0, 10)));
    expect(await kept(await freshStore(database))).toEqual(plain(legs.slice(0, 10)));

    await addLegs(store, legs, SUMMER, { coverage: 'all' });
    expect(await kept(store)).toEqual(plain(legs));
    expect(await kept(await freshStore(database))).toEqual(plain(legs));
  });

  it('with the coverage: it fails then and there, and the coverage stays what it was', async () => {
    const store = await freshStore();
    await addLegs(store, manyLegs(10), SUMMER, { coverage: 'before' });
    diskFullOnce(store);
    const failed = addLegs(store, [], SUMMER, { coverage: 'after' });
    await expect(failed).rejects.toMatchObject({ code: 'store-full' });
    expect(await store.db.get('state', 'coverage')).toBe('before');
    expect(await addLegs(store, manyLegs(10), SUMMER, { coverage: 'after' })).toMatchObject({ newCalls: 0 });
    expect(await store.db.get('state', 'coverage')).toBe('after');
  });
});
