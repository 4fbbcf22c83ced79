import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import { addLegs } from '../../../lib/store/add-legs';
import { type CallStore, createCallStore } from '../../../lib/store/call-store';
import { callsAbout, isCallAbout, notationsOf } from '../../../lib/store/calls-about';
import { type Database, openDatabase } from '../../../lib/store/database';
import { numberName, rawName } from '../../../lib/store/erased';
import { createNoteStore, type NoteRecord } from '../../../lib/store/notes';
import { removeCalls } from '../../../lib/store/remove-calls';
import { dropCallsBefore, dropNotesBefore } from '../../../lib/store/retention';
import { answered, leg, outLeg, wallClock } from '../calls/rows';
import { onDisk } from './on-disk';

const SUMMER = 7200;
const plan = { country: 'FR', outsidePrefix: '0', own: [] };
const opened: Database[] = [];
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function digitsOf(raw: string): string {
  const read = readNumber(raw, plan);
  return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
}

async function openBrowser(database = `personal-${name++}`): Promise<CallStore> {
  const db = await openDatabase(database);
  opened.push(db);
  return createCallStore(db, digitsOf);
}

const eight = wallClock('2026-07-01 08:00:00');

/** A leg at so many seconds after eight, of a channel and session of its own. */
function at(seconds: number, n: number) {
  const clock = eight + seconds;
  return {
    at: new Date(clock * 1000).toISOString().slice(0, 19),
    uniqueid: `${clock - SUMMER}.${n}`,
    session: `${clock - SUMMER}7${n}-session${n}`,
    acctId: `${n}`,
  };
}

/** Mme Durand calls twice in two notations, is called once; M. Martin calls between; a ring group rings for her. */
const durand = [
  leg({ ...at(0, 1), src: '0639980011', name: 'Zoe Durand', ...answered }),
  outLeg({ ...at(600, 2), dst: '00639980011', ...answered }),
  leg({ ...at(1200, 3), src: '+33639980011', name: 'Zoe Durand' }),
];
const martin = [leg({ ...at(300, 4), src: '0639980022', name: 'Paul Martin', ...answered })];
const DURAND = '+33639980011';
const later = eight + 36_000;

async function eraseDurand(store: CallStore): Promise<number> {
  const calls = await callsAbout(store, DURAND);
  await store.erased.mark([numberName(DURAND)], later);
  await store.erased.mark([...notationsOf(store, calls, DURAND)].map(rawName), later);
  return (await removeCalls(store, isCallAbout(store, DURAND))).length;
}

async function kept(store: CallStore): Promise<string[]> {
  const { catalogue } = await store.memory();
  const calls = await Promise.all(catalogue.segments().map(({ id }) => store.rows(id)));
  return calls.flat().map(({ call }) => call.number);
}

describe('everything about one number', () => {
  it('is found in whatever notation, called and calling', async () => {
    const store = await openBrowser();
    await addLegs(store, [...durand, ...martin], SUMMER, { pull: 1 });
    expect((await callsAbout(store, DURAND)).map(({ call }) => call.number)).toEqual([
      '0639980011',
      '00639980011',
      '+33639980011',
    ]);
  });

  it('erased leaves neither number nor name nor session on disk, and every other call as it was', async () => {
    const store = await openBrowser();
    await addLegs(store, [...durand, ...martin], SUMMER, { pull: 1 });
    expect(await onDisk(store.db)).toContain('639980011');
    expect(await eraseDurand(store)).toBe(3);
    const disk = await onDisk(store.db);
    for (const trace of ['639980011', 'Durand', 'session1', 'session2']) expect(disk, trace).not.toContain(trace);
    for (const other of ['639980022', 'Paul Martin', 'session4']) expect(disk, other).toContain(other);
    expect(await kept(store)).toEqual(['0639980022']);
  });

  it('erased leaves to the other calls by which trunk they came, and no trunk that none has', async () => {
    const store = await openBrowser();
    const byOwn = durand.map((one) => ({
      ...one,
      ...(one.srcTrunk === '' ? { dstTrunk: 'Solo' } : { srcTrunk: 'Solo' }),
    }));
    await addLegs(store, [...byOwn, ...martin], SUMMER, { pull: 1 });
    expect(await onDisk(store.db)).toContain('Solo');
    await eraseDurand(store);
    const { catalogue, extensions } = await store.memory();
    const [columns] = await store.columns(catalogue.segments().map(({ id }) => id));
    expect(extensions.text(columns?.trunk?.[0] ?? 0)).toBe('Operator');
    expect(await onDisk(store.db)).not.toContain('Solo');
  });

  it('stays gone when the UCM tells it again, also after a restart; the poll counts nothing new', async () => {
    const database = `personal-${name++}`;
    const store = await openBrowser(database);
    await addLegs(store, [...durand, ...martin], SUMMER, { pull: 1 });
    await eraseDurand(store);
    const again = await openBrowser(database);
    const added = await addLegs(again, [...durand, ...martin], SUMMER, { pull: 2 });
    expect(added).toMatchObject({ newLegs: 0, newCalls: 0 });
    expect(await kept(again)).toEqual(['0639980022']);
    expect(await onDisk(again.db)).not.toContain('639980011');
  });

  it('is not brought by older history that was never read before', async () => {
    const store = await openBrowser();
    await addLegs(store, [...durand, ...martin], SUMMER, { pull: 1 });
    await eraseDurand(store);
    const older = leg({ ...at(-86_400, 9), src: '0033639980011', name: 'Z Durand' });
    const rang = leg({ ...at(-86_400, 9), acctId: '10', src: '201', dst: '202' });
    const first = await addLegs(store, [older, rang], SUMMER, { pull: 2 });
    expect(first.newLegs).toBe(0);
    // its other legs come on another page, and name no number
    await addLegs(store, [{ ...rang, acctId: '11' }], SUMMER, { pull: 3 });
    expect(await kept(store)).toEqual(['0639980022']);
  });

  it('goes also where a page had brought a leg of it that names nobody', async () => {
    const store = await openBrowser();
    await addLegs(store, martin, SUMMER, { pull: 1 });
    await store.erased.mark([numberName(DURAND)], later);
    const rang = leg({ ...at(0, 1), acctId: '12', src: '201', dst: '202' });
    await addLegs(store, [rang], SUMMER);
    await addLegs(store, durand, SUMMER, { pull: 2 });
    expect(await kept(store)).toEqual(['0639980022']);
    expect(await onDisk(store.db)).not.toContain('session1');
  });

  it('does not reach calls that begin after it was erased', async () => {
    const store = await openBrowser();
    await addLegs(store, [...durand, ...martin], SUMMER, { pull: 1 });
    await eraseDurand(store);
    await addLegs(store, [leg({ ...at(90_000, 20), src: '0639980011', name: 'Zoe Durand' })], SUMMER, { pull: 2 });
    expect(await kept(store)).toEqual(['0639980022', '0639980011']);
  });
});

/** `count` calls a minute apart from `seconds` after eight on, each from a number of its own. */
function many(seconds: number, count: number, prefix: string): Leg[] {
  return Array.from({ length: count }, (_, i) =>
    leg({
      ...at(seconds + i * 60, seconds + i),
      src: `${prefix}${String(i).padStart(4, '0')}`,
      name: `N${prefix}x${i}`,
    }),
  );
}

describe('calls that are kept no longer', () => {
  it('go by whole segments, with their numbers and names, and what is newer stays', async () => {
    const store = await openBrowser();
    await addLegs(store, many(0, 1000, '063998'), SUMMER, { pull: 1 });
    await addLegs(store, many(40 * 86_400, 50, '063999'), SUMMER, { pull: 2 });
    const before = eight - SUMMER + 30 * 86_400;
    const dropped = await dropCallsBefore(store, before, { pull: 3 });
    expect(dropped).toBe(1000);
    const disk = await onDisk(store.db);
    expect(disk).not.toContain('063998');
    expect(disk).not.toContain('N063998');
    expect(disk).toContain('0639990049');
    expect(await store.db.count('rows')).toBe((await store.memory()).catalogue.segments().length);
    expect(await store.db.count('columns')).toBe(await store.db.count('rows'));
    expect(await store.db.get('state', 'pull')).toBe(3);
  });

  it('stay while their segment has one that is still wanted', async () => {
    const store = await openBrowser();
    await addLegs(store, many(0, 100, '063998'), SUMMER, { pull: 1 });
    expect(await dropCallsBefore(store, eight - SUMMER + 30 * 60)).toBe(0);
    expect(await kept(store)).toHaveLength(100);
  });
});

describe('notes on calls that are kept no longer', () => {
  it('go with what was only for oneself, and stay while Dolibarr does not have them', async () => {
    const { db } = await openBrowser();
    const notes = createNoteStore(db);
    const note = (id: string, start: number): NoteRecord => ({
      ...{ id, keys: [`ucm:${id}`], known: [], readAt: 0, beside: [] },
      call: {
        id,
        keys: [`ucm:${id}`],
        start,
        end: start + 60,
        label: `call ${id}`,
        thirdparty: 1,
        contact: 0,
        language: 'fr',
      },
      onlyMe: [{ iv: new Uint8Array(12), data: new ArrayBuffer(8) }],
    });
    const waiting = {
      ...{ public: 'call back', private: '', by: 1, changedAt: 0, dueAt: 0, tries: 3, fails: 3 },
      base: { public: '', private: '' },
    };
    for (const record of [note('old', 1000), { ...note('waits', 1000), pending: waiting }, note('new', 3000)]) {
      await notes.update(record.id, () => record);
    }
    expect((await notes.marks()).size).toBe(3);
    expect(await dropNotesBefore(notes, 2000)).toBe(1);
    expect((await db.getAllKeys('notes')).sort()).toEqual(['new', 'waits']);
    expect((await createNoteStore(db).marks()).size).toBe(2);
  });
});
