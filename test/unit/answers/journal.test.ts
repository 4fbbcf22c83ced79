import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createJournalAnswers } from '../../../lib/answers/journal';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import type { Sort } from '../../../lib/calls/sort';
import type { JournalFilter } from '../../../lib/questions/journal';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createNoteStore } from '../../../lib/store/notes';
import { createPartyStore, type StoredParty } from '../../../lib/store/parties';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const plan = { country: 'FR', outsidePrefix: '', own: [] };
const newest: Sort = { by: 'when', up: false };
const opened: Database[] = [];
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function thirdparty(id: number, called: string, stored: string): StoredParty {
  const read = readNumber(stored, plan);
  const e164 = read.kind === 'outside' ? (read.e164 ?? '') : '';
  const phones = [{ field: 'phone', stored, e164, digits: stored.replace(/\D/g, '') }];
  const none = { company: 0, companyName: '', readAt: 1 };
  return { key: `thirdparty:${id}`, kind: 'thirdparty', id, name: called, phones, suffixes: [e164.slice(-8)], ...none };
}

async function office(parties: StoredParty[], legs: Leg[]) {
  const db = await openDatabase(`journal-${name++}`);
  opened.push(db);
  const store = createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
  const directory = createPartyStore(db);
  await directory.put(parties);
  await addLegs(store, legs, 7200);
  const notes = createNoteStore(db);
  const answers = createJournalAnswers({
    store,
    notes,
    plan: () => plan,
    root: async () => 'https://erp.example',
    foundRecordings: async () => [],
  });
  const journal = (filter: JournalFilter, offset: number, limit: number, by: Sort = newest) =>
    answers.journal({ filter, sort: by, offset, limit });
  /** a colleague's note on a call of one thirdparty, as it was read from Dolibarr */
  const note = async (key: string, said: string) => {
    const call = await answers.noted(key);
    if (!call) throw new Error('nobody’s call');
    const known = {
      public: said,
      private: '',
      event: 1,
      owner: 2,
      author: 'Claire',
      rest: '',
      thirdparty: 1,
      changedAt: 1,
    };
    const kept = { id: call.id, keys: call.keys, call: { ...call, label: '', language: 'fr' as const } };
    await notes.update(call.id, () => ({ ...kept, known: [known], readAt: 1, beside: [] }));
    answers.changed('calls');
  };
  return { ...answers, journal, directory, page: answers.journal, store, note };
}

const everyCall = { filter: {}, sort: newest };
const garage = thirdparty(1, 'Garage Lefèvre', '01 99 00 12 34');
const bakery = thirdparty(2, 'Boulangerie Petit', '+33 1 99 00 12 34');
const call = (at: string, src: string, told: Partial<Leg> = {}) =>
  leg({ at, src, session: `${wallClock(at) - 7200}1-${src}`, duration: 20, ...told });

describe('the journal', () => {
  it('has every call newest first, each with all who have the number and the way to their cards', async () => {
    const { journal } = await office(
      [garage, bakery],
      [call('09:00:00', '0465710000'), call('09:10:00', '0199001234')],
    );
    const { all, lines } = await journal({}, 0, 50);
    expect(all).toBe(2);
    expect(lines.map(({ strength, parties }) => [strength, parties.map((one) => [one.name, one.card])])).toEqual([
      [
        'exact',
        [
          ['Garage Lefèvre', 'https://erp.example/societe/card.php?socid=1#calls'],
          ['Boulangerie Petit', 'https://erp.example/societe/card.php?socid=2#calls'],
        ],
      ],
      [undefined, []],
    ]);
  });

  it('finds a party by its name, a number in any notation, the matched and the recorded', async () => {
    const { journal } = await office(
      [garage],
      [call('09:00:00', '0465710000'), call('09:10:00', '0199001234', { recordings: ['2026-06/a.wav'], ...answered })],
    );
    const found = async (filter: Parameters<typeof journal>[0]) =>
      (await journal(filter, 0, 50)).lines.map(({ rawNumber }) => rawNumber);
    expect(await found({ text: 'LEFEVRE' })).toEqual(['0199001234']);
    expect(await found({ text: '+33 1 99 00' })).toEqual(['0199001234']);
    expect(await found({ matched: false })).toEqual(['0465710000']);
    expect(await found({ matched: true })).toEqual(['0199001234']);
    expect(await found({ recorded: true })).toEqual(['0199001234']);
    expect(await found({ text: 'boulangerie' })).toEqual([]);
  });

  it('finds calls by how long was talked, and those with a note', async () => {
    const { journal, note } = await office(
      [thirdparty(1, 'Menuiserie Delorme', '01 99 00 56 78')],
      [
        call('09:00:00', '0465710000'),
        call('09:10:00', '0199001234', { talk: 20, ...answered }),
        call('09:20:00', '0199005678', { talk: 299, duration: 320, ...answered }),
        call('09:30:00', '0199009012', { talk: 300, duration: 320, ...answered }),
      ],
    );
    const found = async (filter: Parameters<typeof journal>[0]) =>
      (await journal(filter, 0, 50)).lines.map(({ rawNumber }) => rawNumber);
    expect(await found({ talk: { from: 30, until: 299 } })).toEqual(['0199005678']);
    expect(await found({ talk: { from: 300, until: Number.MAX_SAFE_INTEGER } })).toEqual(['0199009012']);
    expect(await found({ talk: { from: 0, until: 0 } })).toEqual(['0465710000']);
    const [, second] = (await journal({}, 0, 50)).lines;
    await note(second?.key ?? '', 'rappeler mardi');
    expect(await found({ noted: true })).toEqual(['0199005678']);
    expect(await found({ noted: true, talk: { from: 0, until: 0 } })).toEqual([]);
  });

  it('counts all that a filter lets through, whatever page is asked for', async () => {
    const { journal } = await office([], [call('09:00:00', '0465710000'), call('09:10:00', '0199001234')]);
    const { figures, lines } = await journal({}, 1, 1);
    expect([figures.calls, lines.length, lines[0]?.rawNumber]).toEqual([2, 1, '0465710000']);
  });

  it('is put in order by a column, what is empty last either way, equal ones newest first', async () => {
    const { journal } = await office(
      [garage],
      [
        call('09:00:00', '0465710000', { name: 'Zoé' }),
        call('09:10:00', '0199001234'),
        call('09:20:00', '0465710001'),
        call('09:30:00', '0465710002', { name: 'Édith' }),
        call('09:40:00', '0465710003'),
      ],
    );
    const order = async (by: Sort['by'], up: boolean) =>
      (await journal({}, 0, 9, { by, up })).lines.map(({ rawNumber }) => rawNumber.slice(-2));
    expect(await order('who', true)).toEqual(['02', '34', '00', '03', '01']);
    expect(await order('who', false)).toEqual(['00', '34', '02', '03', '01']);
    expect(await order('number', true)).toEqual(['34', '00', '01', '02', '03']);
    expect(await order('when', true)).toEqual(['00', '34', '01', '02', '03']);
  });

  it('goes on in a list as it was, whatever came since, as long as it is known', async () => {
    const { page, store, changed } = await office([], [call('09:00:00', '0465710000'), call('09:10:00', '0199001234')]);
    const first = await page({ ...everyCall, offset: 0, limit: 1 });
    await addLegs(store, [call('10:00:00', '0465710009')], 7200);
    changed('calls');
    const next = await page({ ...everyCall, offset: 1, limit: 1, list: first.list });
    expect([next.all, next.lines[0]?.rawNumber]).toEqual([2, '0465710000']);
    expect((await page({ ...everyCall, offset: 1, limit: 1 })).lines[0]?.rawNumber).toBe('0199001234');
    await expect(page({ ...everyCall, offset: 0, limit: 1, list: 999 })).rejects.toMatchObject({ code: 'list-gone' });
  });

  it('follows an edited card once it is told of it', async () => {
    const { journal, changed, directory } = await office([], [call('09:00:00', '0199001234')]);
    expect((await journal({ matched: true }, 0, 5)).figures.calls).toBe(0);
    await directory.put([garage]);
    changed('directory');
    expect((await journal({ matched: true }, 0, 5)).figures.calls).toBe(1);
  });
});

it('a missed call is no longer open once its number was called back, in another notation', async () => {
  const { overview } = await office(
    [],
    [
      call('09:00:00', '0465710000'),
      call('09:10:00', '0199001234'),
      outLeg({
        talk: 50,
        duration: 60,
        at: '09:20:00',
        dst: '+33465710000',
        session: `${wallClock('09:20:00') - 7200}1-203`,
        ...answered,
      }),
    ],
  );
  const { recent, all } = await overview(8);
  expect(recent.filter(({ open }) => open).map(({ rawNumber }) => rawNumber)).toEqual(['0199001234']);
  expect(all).toBe(3);
});

it('one call has its legs, why it has a name, and the calls before and after', async () => {
  const { journal, call: one } = await office(
    [garage],
    [call('09:00:00', '0465710000'), call('09:10:00', '0199001234'), call('09:20:00', '0465710001')],
  );
  const [first, middle, last] = (await journal({}, 0, 9)).lines.map(({ key }) => key);
  const found = await one(middle ?? '', everyCall);
  expect([found?.before, found?.after]).toEqual([first, last]);
  expect(found?.reasons.map(({ party, field }) => [party.name, field])).toEqual([['Garage Lefèvre', 'phone']]);
  expect(found?.raw[0]).toContainEqual(['src', '0199001234']);
  expect((await one(first ?? '', everyCall))?.before).toBe('');
  expect(await one('1-a', everyCall)).toBeUndefined();
});
