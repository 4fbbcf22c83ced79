import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { callsOfNumbers } from '../../../lib/store/find-calls';
import { createPlaces } from '../../../lib/store/places';
import { leg } from '../calls/rows';

const opened: Database[] = [];
let name = 0;
async function open(database: string): Promise<Database> {
  const db = await openDatabase(database);
  opened.push(db);
  return db;
}
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

describe('where a number occurs', () => {
  it('is what was put last, however often segments change, are read in between or the browser restarts', async () => {
    const step = fc.record({
      id: fc.nat(200),
      numbers: fc.uniqueArray(fc.nat(30), { maxLength: 6 }),
      after: fc.constantFrom('go on', 'go on', 'keep', 'restart', 'ask'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
        const database = `places-${name++}`;
        let db = await open(database);
        let places = createPlaces(db);
        const expected = new Map<number, number[]>();
        const keep = async () => {
          const tx = db.transaction('places', 'readwrite');
          for (const record of places.takeChanged()) void tx.store.put(record);
          await tx.done;
        };
        const asked = async (number: number) => (await places.segmentsOf(new Set([number]))).sort((a, b) => a - b);
        for (const { id, numbers, after } of steps) {
          const asking = after === 'ask' ? asked(numbers[0] ?? 0) : undefined;
          await places.prepare([id]);
          if (numbers.length === 0) places.remove(id);
          else places.put(id, Uint32Array.from(numbers));
          expected.set(id, numbers);
          await asking;
          if (after === 'keep' || after === 'restart') await keep();
          if (after === 'restart') {
            db.close();
            db = await open(database);
            places = createPlaces(db);
          }
        }
        for (const again of [false, true]) {
          for (let number = 0; number <= 30; number++) {
            const held = [...expected].filter(([, numbers]) => numbers.includes(number)).map(([id]) => id);
            expect(await asked(number)).toEqual(held.sort((a, b) => a - b));
          }
          await keep();
          if (!again) places = createPlaces(db);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is known of calls that an older version of the extension kept', async () => {
    const database = `places-${name++}`;
    const store = createCallStore(await open(database), (raw) => raw);
    const legs = ['08:00:00', '09:00:00', '10:00:00'].map((at, i) => leg({ at, src: `063998123${i % 2}` }));
    await addLegs(store, legs, 7200);
    const { numbers } = await store.memory();
    const wanted = new Set([numbers.entry('0639981230')]);
    const older = `${database}-older`;
    await copyAsVersion1(store.db, older);

    const updated = createCallStore(await open(older), (raw) => raw);
    expect(await callsOfNumbers(updated, wanted)).toHaveLength(2);
    const late = leg({ at: '11:00:00', src: '0639981230' });
    await addLegs(updated, [late], 7200);
    expect(await callsOfNumbers(updated, wanted)).toHaveLength(3);
  });
});

/** The database as version 1 had it: the numbers of each segment in the catalogue, places nowhere. */
async function copyAsVersion1(db: Database, to: string): Promise<void> {
  const columns = await db.getAll('columns');
  const catalogue = (await db.getAll('catalogue')).map(({ group, entries }) => ({
    group,
    entries: entries.map(({ id, from, until, count }) => ({
      ...{ id, from, until, count },
      numbers: new Uint32Array(new Set(columns.find((one) => one.id === id)?.number)).sort(),
    })),
  }));
  const old = await openDB(to, 1, {
    upgrade(made) {
      made.createObjectStore('rows', { keyPath: 'id' });
      made.createObjectStore('columns', { keyPath: 'id' });
      made.createObjectStore('catalogue', { keyPath: 'group' });
      made.createObjectStore('dictionary', { keyPath: ['kind', 'block'] });
      made.createObjectStore('parties', { keyPath: 'key' });
      made.createObjectStore('state');
    },
  });
  for (const one of columns) await old.put('columns', one);
  for (const one of catalogue) await old.put('catalogue', one);
  for (const one of await db.getAll('rows')) await old.put('rows', one);
  for (const one of await db.getAll('dictionary')) await old.put('dictionary', one);
  old.close();
}
