import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createCardAnswers } from '../../../lib/answers/card';
import { recentCalls } from '../../../lib/answers/recent';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import type { SyncState } from '../../../lib/questions/questions';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createNoteStore } from '../../../lib/store/notes';
import { createPartyStore, type StoredParty } from '../../../lib/store/parties';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const plan = { country: 'FR', outsidePrefix: '', own: ['01 99 00 00 00'] };
const sync: SyncState = {
  phase: 'idle',
  lastRun: 0,
  lastSuccess: 0,
  nextRun: 0,
  newCalls: 0,
  calls: 0,
  setAside: {},
  gaps: [],
  directory: { parties: 0, lastRun: 0 },
};

const opened: Database[] = [];
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function party(
  kind: StoredParty['kind'],
  id: number,
  called: string,
  phones: [string, string][],
  company = 0,
): StoredParty {
  const read = phones.map(([field, stored]) => {
    const number = readNumber(stored, { ...plan, own: [] });
    const e164 = number.kind === 'outside' ? (number.e164 ?? '') : '';
    return { field, stored, e164, digits: number.kind === 'hidden' ? '' : number.digits };
  });
  const suffixes = read.map(({ e164, digits }) => (e164 || digits).slice(-8));
  return {
    key: `${kind}:${id}`,
    kind,
    id,
    name: called,
    company,
    companyName: company ? 'Garage Lefèvre' : '',
    phones: read,
    suffixes,
    readAt: 1,
  };
}

const garage = party('thirdparty', 1, 'Garage Lefèvre', [
  ['phone', '01 99 00 12 34'],
  ['fax', '203'],
]);
const claire = party('contact', 7, 'Claire Lefèvre', [['phone_mobile', '+33 6 39 98 12 34']], 1);
const bakery = party('thirdparty', 2, 'Boulangerie Petit', [
  ['phone', '0639981234'],
  ['phone_mobile', ''],
]);

/** A browser that knows some parties and some calls. */
async function office(parties: StoredParty[], legs: Leg[]) {
  const db = await openDatabase(`card-${name++}`);
  opened.push(db);
  const store = createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
  const directory = createPartyStore(db);
  await directory.put(parties);
  await addLegs(store, legs, 7200);
  const notes = createNoteStore(db);
  const card = createCardAnswers({
    store,
    parties: directory,
    notes,
    plan: async () => plan,
    syncState: async () => sync,
    foundRecordings: async () => [],
  });
  return { card, directory, store, notes };
}

const of = (id: number, kind: 'thirdparty' | 'contact' = 'thirdparty') => ({ kind, id });
const call = (at: string, src: string, told: Partial<Leg> = {}) =>
  leg({ at, src, session: `${wallClock(at) - 7200}1-${src}`, duration: 20, ...told });

describe('the calls of a card', () => {
  it('are those of its numbers in any notation, and of its contacts, newest first', async () => {
    const { card } = await office(
      [garage, claire],
      [
        call('09:00:00', '0199001234'),
        call('09:10:00', '+33639981234'),
        call('09:20:00', '0033199001234'),
        call('09:30:00', '0465710000'),
      ],
    );
    const { all, lines } = await card.calls(of(1), {}, 0, 50);
    expect(all).toBe(3);
    expect(lines.map(({ rawNumber }) => rawNumber)).toEqual(['0033199001234', '+33639981234', '0199001234']);
    expect(lines[0]).toMatchObject({ number: '01 99 00 12 34', strength: 'exact', others: [] });
    expect(await card.count(of(7, 'contact'))).toBe(1);
  });

  it('say who else has the number', async () => {
    const { card } = await office([garage, claire, bakery], [call('09:10:00', '0639981234')]);
    const { lines } = await card.calls(of(2), {}, 0, 50);
    expect(lines[0]?.others).toEqual([{ kind: 'contact', id: 7, name: 'Claire Lefèvre', company: 'Garage Lefèvre' }]);
  });

  it('never come from an extension, a hidden caller or our own number', async () => {
    const us = party('thirdparty', 3, 'Menuiserie Duval', [
      ['phone', '0199000000'],
      ['fax', 'anonymous'],
    ]);
    const { card } = await office(
      [garage, us],
      [call('09:00:00', '203'), call('09:01:00', 'anonymous'), call('09:02:00', '0199000000')],
    );
    expect([await card.count(of(1)), await card.count(of(3))]).toEqual([0, 0]);
    const { state } = await card.calls(of(3), {}, 0, 50);
    expect(state.numbers.map(({ usable }) => usable)).toEqual(['own', 'unreadable']);
  });

  it('follow an edited number at once, the whole history of them', async () => {
    const { card, directory } = await office(
      [garage],
      [call('09:00:00', '0465710000'), call('09:10:00', '0199001234')],
    );
    expect(await card.count(of(1))).toBe(1);
    await directory.put([party('thirdparty', 1, 'Garage Lefèvre', [['phone', '04 65 71 00 00']])]);
    card.changed();
    const { lines } = await card.calls(of(1), {}, 0, 50);
    expect(lines.map(({ rawNumber }) => rawNumber)).toEqual(['0465710000']);
  });
});

describe('a missed call', () => {
  it('is open until somebody calls back and gets through, on whichever number of the card', async () => {
    const missed = call('09:00:00', '0199001234');
    const before = await office([garage, claire], [missed]);
    expect((await before.card.calls(of(1), {}, 0, 50)).figures).toMatchObject({ missed: 1, open: 1 });
    const back = outLeg({
      at: '10:00:00',
      dst: '0639981234',
      duration: 60,
      talk: 50,
      ...answered,
    });
    const after = await office([garage, claire], [missed, back]);
    expect((await after.card.calls(of(1), {}, 0, 50)).figures).toMatchObject({
      calls: 2,
      answered: 1,
      talk: 50,
      missed: 1,
      open: 0,
    });
  });
});

describe('filters', () => {
  it('find a call by direction, outcome, period and number in any notation; figures agree with the list', async () => {
    const { card } = await office(
      [garage, claire],
      [
        call('09:00:00', '0199001234', { name: 'GARAGE LEFÈVRE' }),
        call('09:10:00', '0639981234', { talk: 10, ...answered }),
        outLeg({
          at: '11:00:00',
          dst: '0199001234',
          duration: 9,
        }),
      ],
    );
    const shown = async (filter: Parameters<typeof card.calls>[1]) => {
      const { lines, figures, all } = await card.calls(of(1), filter, 0, 50);
      expect(figures.calls).toBe(lines.length);
      expect(all).toBe(3);
      return lines.length;
    };
    expect(await shown({ direction: 'in' })).toBe(2);
    expect(await shown({ outcome: 'answered' })).toBe(1);
    expect(await shown({ open: true })).toBe(0);
    expect(await shown({ text: '+33 6 39' })).toBe(1);
    expect(await shown({ text: '06.39.98' })).toBe(1);
    expect(await shown({ text: 'lefevre' })).toBe(1);
    expect(await shown({ from: Date.parse('2026-07-14T08:00:00Z') / 1000 })).toBe(1);
  });
});

describe('a line opened', () => {
  it('shows its legs, why it stands here, and nothing for another card', async () => {
    const uniqueid = `${wallClock('09:00:00') - 7200}.3`;
    const dialled = call('09:00:00', '0199001234', { uniqueid, app: 'ForkCDR', dst: '0199000000', to: '0199000000' });
    const taken = call('09:00:00', '0199001234', {
      uniqueid,
      answer: dialled.start + 5,
      talk: 15,
      answeredBy: '203',
      ...answered,
    });
    const { card } = await office([garage, bakery], [dialled, taken]);
    const key = (await card.calls(of(1), {}, 0, 50)).lines[0]?.key ?? '';
    const detail = await card.call(of(1), key);
    expect(detail?.legs.map(({ role, target }) => [role, target])).toEqual([
      ['dialled', '01 99 00 00 00'],
      ['talked', '203'],
    ]);
    expect(detail?.reasons).toMatchObject([{ strength: 'exact', field: 'phone', stored: '01 99 00 12 34' }]);
    expect(await card.call(of(2), key)).toBeUndefined();
    expect(await card.call(of(1), 'nonsense')).toBeUndefined();
  });
});

it('the newest calls name whoever has the number, with the way to the card', async () => {
  const { store, directory } = await office([garage], [call('09:00:00', '0199001234'), call('09:30:00', 'anonymous')]);
  const lines = await recentCalls(store, directory, plan, 'https://erp.example/dolibarr', 10);
  expect(lines.map(({ number, card }) => [number, card])).toEqual([
    ['', ''],
    ['01 99 00 12 34', 'https://erp.example/dolibarr/societe/card.php?socid=1#calls'],
  ]);
});
