import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStaffReader } from '../../../entrypoints/background/staff';
import { createCardAnswers } from '../../../lib/answers/card';
import { createJournalAnswers, type JournalAnswers } from '../../../lib/answers/journal';
import { readNumber } from '../../../lib/calls/number';
import { zoneClock } from '../../../lib/calls/zone-clock';
import { AppError } from '../../../lib/errors';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createNoteStore } from '../../../lib/store/notes';
import { createPartyStore } from '../../../lib/store/parties';
import { createStaffStore } from '../../../lib/store/staff';
import { createStateStore } from '../../../lib/store/state';
import { answered, leg, wallClock } from '../calls/rows';

const plan = { country: 'FR', outsidePrefix: '', own: [] };
let db: Database;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`staff-${count++}`);
});
afterEach(() => db.close());

/** A UCM that knows Claire at 203, however often it is asked; it may refuse, and has an open session or not. */
function ucm(told: { name?: string; open?: boolean; spoken?: 'https' | 'cdr'; fails?: AppError } = {}) {
  const asked: string[] = [];
  const now = { ms: 1_795_442_400_000 };
  const changed: string[] = [];
  const known: string[][] = [];
  const session = {
    async ask(action: string) {
      asked.push(action);
      if (told.fails) throw told.fails;
      if (action !== 'listAccount') return { response: {}, status: 0 };
      return { response: { account: [{ extension: '203', fullname: told.name ?? 'Claire Morel' }] }, status: 0 };
    },
    askFile: () => Promise.reject(new Error('not a file')),
    test: async () => undefined,
    logout: async () => undefined,
    spoken: async () => told.spoken ?? ('https' as const),
  };
  const staff = createStaffStore(createStateStore(db));
  const reader = createStaffReader({
    connections: { ucm: session, hasUcmSession: async () => told.open ?? true },
    staff,
    known: async (extensions) => void known.push(extensions),
    changed: (what) => changed.push(what),
    now: () => now.ms,
  });
  return { reader, staff, asked, now, changed, known, told };
}

const lists = ['listAccount', 'listQueue', 'listRingGroup'];
const day = 86_400_000;

describe('names beside extensions are read', () => {
  it('once a day, with what was changed meanwhile told to the screens', async () => {
    const office = ucm();
    await office.reader.daily();
    expect(office.asked).toEqual(lists);
    expect([...(await office.staff.names())]).toEqual([['203', 'Claire Morel']]);
    office.now.ms += day - 1;
    await office.reader.daily();
    expect(office.asked).toHaveLength(3);
    office.told.name = 'Claire Duval';
    office.now.ms += 1;
    await office.reader.daily();
    expect([...(await office.staff.names())]).toEqual([['203', 'Claire Duval']]);
    office.now.ms += day;
    await office.reader.daily();
    expect(office.changed).toEqual(['calls', 'calls']);
    expect(office.known).toEqual([['203'], ['203']]);
  });

  it('never by a login of their own, and of the old API not at all', async () => {
    for (const told of [{ open: false }, { spoken: 'cdr' as const }]) {
      const office = ucm(told);
      await office.reader.daily();
      expect(office.asked).toEqual([]);
    }
  });

  it('a failure is no failure of the run, keeps what was known, and is not tried again before another day', async () => {
    const office = ucm();
    await office.reader.read();
    office.told.fails = new AppError('ucm-timeout');
    office.now.ms += day;
    await office.reader.daily();
    await office.reader.daily();
    expect(office.asked).toHaveLength(4);
    expect([...(await office.staff.names())]).toEqual([['203', 'Claire Morel']]);
  });

  it('of another UCM they mean other people', async () => {
    const office = ucm();
    await office.reader.read();
    await office.reader.forget();
    expect((await office.staff.names()).size).toBe(0);
    expect(office.known.at(-1)).toEqual([]);
  });
});

const session = (at: string, src: string) => `${wallClock(at) - 7200}1-${src}`;
const claire = new Map([
  ['203', 'Claire Morel'],
  ['6500', 'Accueil'],
  ['999', 'nobody here'],
]);

describe('names stand', () => {
  const legs = [
    leg({
      at: '09:00:00',
      src: '0199001234',
      session: session('09:00:00', '0199001234'),
      ...{ dst: '203', duration: 100, talk: 60, answeredBy: '203' },
      ...answered,
    }),
    leg({ at: '09:30:00', src: '0465710000', session: session('09:30:00', '0465710000'), dst: '203', duration: 20 }),
  ];

  async function store() {
    const calls = createCallStore(db, (raw) => {
      const read = readNumber(raw, plan);
      return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
    });
    await addLegs(calls, legs, 7200);
    return calls;
  }

  async function journalOf(staff?: () => Promise<typeof claire>): Promise<JournalAnswers> {
    return createJournalAnswers({
      ...{ store: await store(), notes: createNoteStore(db), plan: () => plan, root: async () => '' },
      foundRecordings: async () => [],
      ...(staff ? { staff } : {}),
    });
  }

  const all = { filter: {}, sort: { by: 'when', up: false } as const };

  it('beside the extensions of a line, an opened call, a missed one and a group of the statistics, and no others', async () => {
    const answers = await journalOf(async () => claire);
    const { lines } = await answers.journal({ ...all, offset: 0, limit: 9 });
    expect(lines.map(({ extension, staff }) => [extension, staff])).toContainEqual(['203', { '203': 'Claire Morel' }]);
    const opened = await answers.call(lines.at(-1)?.key ?? '', all);
    expect(opened?.staff).toEqual({ '203': 'Claire Morel' });
    const wish = { from: 0, state: 'open', whose: 'all', offset: 0, limit: 9 } as const;
    const missed = await answers.missed(wish, {
      byHand: () => undefined,
      rules: { seconds: 0, menu: true },
      clock: zoneClock('Europe/Paris'),
      now: wallClock('20:00:00'),
    });
    expect(missed.lines.map(({ tried, staff }) => [tried, staff])).toEqual([[['203'], { '203': 'Claire Morel' }]]);
    const from = wallClock('00:00:00') - 7200;
    const asked = { from, until: from + 86_400, before: from - 86_400, zone: 'Europe/Paris' };
    const { groups } = await answers.statistics({ ...asked, by: 'extension' });
    expect(groups).toContainEqual(expect.objectContaining({ value: '203', label: '203 Claire Morel' }));
  });

  it('nowhere where the UCM told none', async () => {
    const answers = await journalOf();
    const { lines } = await answers.journal({ ...all, offset: 0, limit: 9 });
    expect(lines.some((line) => 'staff' in line)).toBe(false);
    expect(await answers.call(lines[0]?.key ?? '', all)).not.toHaveProperty('staff');
  });

  it('in the opened call of a card', async () => {
    const parties = createPartyStore(db);
    const phone = { field: 'phone', stored: '01 99 00 12 34', e164: '+33199001234', digits: '0199001234' };
    await parties.put([
      {
        ...{ key: 'thirdparty:1', kind: 'thirdparty', id: 1, name: 'Garage Lefèvre', company: 0, companyName: '' },
        ...{ phones: [phone], suffixes: ['99001234'], readAt: 1 },
      },
    ]);
    const card = createCardAnswers({
      ...{ store: await store(), parties, notes: createNoteStore(db), plan: async () => plan },
      syncState: () => Promise.reject(new Error('not asked')),
      foundRecordings: async () => [],
      staff: async () => claire,
    });
    const { key } = (await (await journalOf()).journal({ ...all, offset: 0, limit: 9 })).lines.at(-1) ?? { key: '' };
    expect((await card.call({ kind: 'thirdparty', id: 1 }, key))?.staff).toEqual({ '203': 'Claire Morel' });
  });
});
