import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createJournalAnswers } from '../../../lib/answers/journal';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import type { JournalFilter } from '../../../lib/questions/journal';
import type { GroupBy } from '../../../lib/questions/statistics';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createNoteStore } from '../../../lib/store/notes';
import { createPartyStore, type StoredParty } from '../../../lib/store/parties';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const plan = { country: 'FR', outsidePrefix: '', own: [] };
const opened: Database[] = [];
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function thirdparty(id: number, called: string, stored: string, of?: { id: number; name: string }): StoredParty {
  const read = readNumber(stored, plan);
  const e164 = read.kind === 'outside' ? (read.e164 ?? '') : '';
  const kind = of ? 'contact' : 'thirdparty';
  const phones = [{ field: 'phone', stored, e164, digits: stored.replace(/\D/g, '') }];
  const none = { company: of?.id ?? 0, companyName: of?.name ?? '', readAt: 1 };
  return { key: `${kind}:${id}`, kind, id, name: called, phones, suffixes: [e164.slice(-8)], ...none };
}

const garage = thirdparty(1, 'Garage Lefèvre', '01 99 00 12 34');
const marie = thirdparty(9, 'Marie Lefèvre', '06 39 98 77 77', { id: 1, name: 'Garage Lefèvre' });
const bakery = thirdparty(2, 'Boulangerie Petit', '01 99 00 55 55');
const butcher = thirdparty(3, 'Boucherie Roux', '01 99 00 55 55');

const at = (time: string) => wallClock(time) - 7200;
const morning = { from: at('08:00:00'), until: at('12:00:00'), before: at('04:00:00'), zone: 'Europe/Paris' };
const call = (time: string, src: string, told: Partial<Leg> = {}) =>
  leg({ at: time, src, session: `${wallClock(time) - 7200}1-${src}`, duration: 20, ...told });

/** A morning at the office, a call of the night before it, and one of the afternoon that calls a customer back. */
const day = [
  call('05:00:00', '0199001234'),
  call('09:00:00', '0199001234'),
  call('09:30:00', '0639987777', { ...answered, talk: 60, duration: 70 }),
  call('10:00:00', '0199005555', { srcTrunk: 'Second' }),
  call('10:10:00', '0465710000'),
  call('11:10:00', '0465710000', { ...answered, talk: 30, duration: 40 }),
  outLeg({ at: '15:00:00', dst: '0199001234', talk: 60, duration: 60, ...answered }),
];

async function office(legs: Leg[]) {
  const db = await openDatabase(`statistics-${name++}`);
  opened.push(db);
  const store = createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
  await createPartyStore(db).put([garage, marie, bakery, butcher]);
  await addLegs(store, legs, 7200);
  const answers = createJournalAnswers({
    store,
    notes: createNoteStore(db),
    plan: () => plan,
    foundRecordings: async () => [],
    root: async () => 'https://erp.example',
  });
  const listed = async (filter: JournalFilter) =>
    (await answers.journal({ filter, sort: { by: 'when', up: false }, offset: 0, limit: 50 })).figures.calls;
  /** As a version that knew no trunks wrote the columns. */
  const forgetTrunks = async () => {
    for (const { trunk: _none, ...columns } of await db.getAll('columns')) await db.put('columns', columns);
    store.forget();
    answers.changed('calls');
  };
  const arrive = async (late: Leg[]) => {
    await addLegs(store, late, 7200);
    answers.changed('calls');
  };
  return { ...answers, listed, forgetTrunks, arrive };
}

describe('the figures of a morning', () => {
  it('know who was called back in the afternoon, and after how long; the night is counted beside it', async () => {
    const { statistics } = await office(day);
    const figures = await statistics({ ...morning, by: 'extension' });
    expect(figures).toMatchObject({ calls: 5, missed: 3, open: 1, days: [{ day: '2026-07-14', calls: 5 }] });
    expect(figures.backAfter).toBe(6 * 3600 + 3600);
    expect(figures.before).toMatchObject({ calls: 1, missed: 1, open: 0 });
    expect(figures.heat[24 + 9]).toBe(2);
  });

  it('by party put a contact with its company, and apart the numbers of several and of nobody', async () => {
    const { statistics } = await office(day);
    const { groups, groupCount } = await statistics({ ...morning, by: 'party' });
    expect(groupCount).toBe(3);
    expect(groups.map(({ value, label, calls }) => [value, label, calls]).sort()).toEqual([
      ['', '', 2],
      ['several', '', 1],
      ['thirdparty:1', 'Garage Lefèvre', 2],
    ]);
  });

  it('are as many as the journal lists behind each of them', async () => {
    const { statistics, listed } = await office(day);
    const stretch = { from: morning.from, until: morning.until };
    const named: Record<GroupBy, (value: string) => JournalFilter> = {
      extension: (extension) => ({ extension }),
      through: (through) => ({ through }),
      did: (did) => ({ did }),
      trunk: (trunk) => ({ trunk }),
      party: (party) => ({ party }),
    };
    for (const by of ['extension', 'through', 'did', 'trunk', 'party'] as const) {
      const { groups, heat, ...figures } = await statistics({ ...morning, by });
      expect(figures.ungrouped).toBe(0);
      expect(groups.reduce((sum, { calls }) => sum + calls, 0)).toBe(figures.calls);
      for (const { value, ...group } of groups) {
        const filter = { ...stretch, ...named[by](value) };
        expect(await listed(filter)).toBe(group.calls);
        expect(await listed({ ...filter, outcome: 'answered' })).toBe(group.answered);
        expect(await listed({ ...filter, missed: true })).toBe(group.missed);
        expect(await listed({ ...filter, open: true })).toBe(group.open);
        expect(await listed({ ...filter, calledBack: true })).toBe(group.missed - group.open);
      }
      for (const [hour, calls] of heat.entries()) {
        if (calls > 0) expect(await listed({ ...stretch, week: { hour, zone: morning.zone } })).toBe(calls);
      }
    }
  });

  it('by trunk count what came and went by each, the calls inside the house under none', async () => {
    const inside = { srcTrunk: '', from: '201', channel: 'PJSIP/201-1', userfield: 'Internal' };
    const { statistics } = await office([...day, call('11:30:00', '201', inside)]);
    const { groups } = await statistics({ ...morning, by: 'trunk' });
    expect(groups.map(({ value, label, calls, missed }) => [value, label, calls, missed])).toEqual([
      ['Operator', 'Operator', 4, 2],
      ['', '', 1, 0],
      ['Second', 'Second', 1, 1],
    ]);
  });

  it('by trunk leave calls out that an older version kept, and say how many they are', async () => {
    const { statistics, listed, forgetTrunks } = await office(day);
    await forgetTrunks();
    const { groups, groupCount, ungrouped, calls } = await statistics({ ...morning, by: 'trunk' });
    expect([groups, groupCount, ungrouped, calls]).toEqual([[], 0, 5, 5]);
    expect(await listed({ trunk: '' })).toBe(0);
    expect(await listed({ trunk: 'Operator' })).toBe(0);
    expect((await statistics({ ...morning, by: 'extension' })).ungrouped).toBe(0);
  });

  it('of a card are those of its own and its contacts’ numbers, also where another has the number too', async () => {
    const { listed, journal } = await office(day);
    const on = (kind: 'thirdparty' | 'contact', id: number) => listed({ card: { kind, id } });
    expect([await on('thirdparty', 2), await on('thirdparty', 3)]).toEqual([1, 1]);
    expect(await on('contact', 9)).toBe(1);
    expect(await on('thirdparty', 1)).toBe(4);
    expect(await on('thirdparty', 77)).toBe(0);
    const wish = { filter: { card: { kind: 'thirdparty', id: 1 } }, sort: { by: 'when', up: false } } as const;
    expect((await journal({ ...wish, offset: 0, limit: 1 })).party).toBe('Garage Lefèvre');
  });

  it('the party that the journal is filtered by is named', async () => {
    const { journal } = await office(day);
    const asked = { sort: { by: 'when', up: false } as const, offset: 0, limit: 1 };
    expect(await journal({ ...asked, filter: { party: 'thirdparty:1' } })).toMatchObject({ party: 'Garage Lefèvre' });
    expect(await journal({ ...asked, filter: { party: 'thirdparty:4' } })).toMatchObject({ figures: { calls: 0 } });
  });
});

describe('the values that the journal can be filtered by', () => {
  const told = ({ choices }: { choices: { value: string; label: string; calls: number }[] }) =>
    choices.map(({ value, label, calls }) => [value, label, calls]);

  it('are those that calls have, most calls first, and list just as many calls when one is chosen', async () => {
    const { choices, listed } = await office(day);
    expect(told(await choices({ by: 'trunk', text: '', limit: 9 }))).toEqual([
      ['Operator', 'Operator', 6],
      ['Second', 'Second', 1],
    ]);
    expect(told(await choices({ by: 'party', text: '', limit: 9 }))).toEqual([
      ['thirdparty:1', 'Garage Lefèvre', 4],
      ['', '', 2],
      ['several', '', 1],
    ]);
    for (const by of ['extension', 'through', 'did', 'trunk', 'party'] as const) {
      const { choices: found } = await choices({ by, text: '', limit: 99 });
      expect(found.length).toBeGreaterThan(0);
      for (const { value, calls } of found) expect(await listed({ [by]: value }), `${by} ${value}`).toBe(calls);
    }
  });

  it('are found by a part without accents, by several words, and a number in any notation', async () => {
    const { choices } = await office([...day, call('12:00:00', '0465710000', { dst: '0199001000', to: '203' })]);
    expect(told(await choices({ by: 'party', text: 'lefevre GAR', limit: 9 }))[0]).toContain('thirdparty:1');
    expect(told(await choices({ by: 'trunk', text: 'sec', limit: 9 }))).toEqual([['Second', 'Second', 1]]);
    expect(told(await choices({ by: 'trunk', text: 'nobody', limit: 9 }))).toEqual([]);
    for (const text of ['01 99 00 10', '0199001', '+33 1', '1000']) {
      const found = told(await choices({ by: 'did', text, limit: 9 })).filter(([value]) => value !== '');
      expect(found, text).toEqual([['0199001000', '01 99 00 10 00', 1]]);
    }
  });

  it('are counted again when calls came, and say how many there are beyond those listed', async () => {
    const { choices, arrive } = await office(day);
    expect(await choices({ by: 'trunk', text: '', limit: 1 })).toMatchObject({ count: 2, choices: [{ calls: 6 }] });
    await arrive([call('13:00:00', '0199005555', { srcTrunk: 'Third' })]);
    expect(await choices({ by: 'trunk', text: '', limit: 1 })).toMatchObject({ count: 3 });
  });
});
