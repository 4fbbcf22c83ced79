import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Leg } from '../../../lib/calls/leg';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { lineKey, markOf } from '../../../lib/store/columns';
import { type Database, openDatabase } from '../../../lib/store/database';
import { deleteCalls } from '../../../lib/store/delete-calls';
import { callsOfNumbers } from '../../../lib/store/find-calls';
import { answered, leg, wallClock } from '../calls/rows';

const SUMMER = 7200;
const opened: Database[] = [];
let name = 0;

async function openStore(database: string) {
  const db = await openDatabase(database);
  opened.push(db);
  return createCallStore(db, (raw) => raw.replace(/\D/g, ''));
}
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

type Store = Awaited<ReturnType<typeof openStore>>;

async function kept(store: Store) {
  const { catalogue } = await store.memory();
  const calls = [];
  for (const { id } of catalogue.segments()) for (const { call } of await store.rows(id)) calls.push(call);
  return calls;
}
const numbersOf = async (store: Store) => (await kept(store)).map(({ number }) => number);
const keyOf = async (store: Store, number: string) => {
  const call = (await kept(store)).find((one) => one.number === number);
  return lineKey(call?.start ?? 0, markOf(call?.key ?? ''));
};

let leg1 = 0;
const ring = (at: string, src: string, told: Partial<Leg> = {}) =>
  leg({ at, src, acctId: `a${leg1++}`, session: `${wallClock(at) - SUMMER}1-${src}`, duration: 20, ...told });

const morning = [
  ring('09:00:00', '0465710000'),
  ring('09:10:00', '0199001234', answered),
  ring('09:20:00', '0465710001'),
];

describe('a call that was deleted', () => {
  it('stays gone when the UCM tells it again, also in a browser that was started anew', async () => {
    const database = `delete-${name++}`;
    const store = await openStore(database);
    await addLegs(store, morning, SUMMER);
    expect(await deleteCalls(store, [await keyOf(store, '0199001234')])).toBe(1);
    expect(await numbersOf(store)).toEqual(['0465710000', '0465710001']);
    await addLegs(store, morning, SUMMER, { pull: 'covered' });
    expect(await numbersOf(store)).toEqual(['0465710000', '0465710001']);

    const anew = await openStore(database);
    const added = await addLegs(anew, morning, SUMMER, { pull: 'covered again' });
    expect(added).toMatchObject({ newLegs: 0, newCalls: 0 });
    expect(await numbersOf(anew)).toEqual(['0465710000', '0465710001']);
    expect(await anew.db.get('state', 'pull')).toBe('covered again');
  });

  it('takes its late legs with it', async () => {
    const store = await openStore(`delete-${name++}`);
    await addLegs(store, [ring('23:59:00', '0199001234', { uniqueid: '77.1', session: 'one' })], SUMMER);
    await deleteCalls(store, [await keyOf(store, '0199001234')]);
    const late = ring('23:59:30', '0199001234', { uniqueid: '77.2', session: 'one' });
    const other = ring('23:59:40', '0465710009', { uniqueid: '78.1' });
    await addLegs(store, [late, other], SUMMER);
    expect(await numbersOf(store)).toEqual(['0465710009']);
  });

  it('leaves nothing of its number in what is kept of the deletion', async () => {
    const store = await openStore(`delete-${name++}`);
    await addLegs(store, morning, SUMMER);
    await deleteCalls(store, [await keyOf(store, '0199001234')]);
    const said = JSON.stringify([await store.db.getAll('state'), await store.db.getAll('rows')]);
    expect(said).not.toContain('199001234');
    const dictionary = JSON.stringify(await store.db.getAll('dictionary'));
    expect(dictionary).not.toContain('199001234');
    expect(said).toContain('0465710000');
  });

  it('is no longer found by its number, and the last of a stretch takes the stretch with it', async () => {
    const store = await openStore(`delete-${name++}`);
    await addLegs(store, morning, SUMMER);
    const entry = (await store.memory()).numbers.entry('0199001234');
    await deleteCalls(store, [await keyOf(store, '0199001234')]);
    expect(await callsOfNumbers(store, new Set([entry]))).toEqual([]);
    const rest = (await kept(store)).map(({ start, key }) => lineKey(start, markOf(key)));
    expect(await deleteCalls(store, [...rest, rest[0] ?? '', '12-a', 'nonsense'])).toBe(2);
    expect((await store.memory()).catalogue.segments()).toEqual([]);
    expect(await store.db.count('columns')).toBe(0);
  });
});
