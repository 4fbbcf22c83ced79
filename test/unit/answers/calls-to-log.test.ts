import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { callsToLog } from '../../../lib/answers/calls-to-log';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createPartyStore, type StoredParty } from '../../../lib/store/parties';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const plan = { country: 'FR', outsidePrefix: '', own: [] };
const SUMMER = 7200;
const opened: Database[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function party(kind: StoredParty['kind'], id: number, called: string, stored: string, company = 0): StoredParty {
  const read = readNumber(stored, plan);
  const e164 = read.kind === 'outside' ? (read.e164 ?? '') : '';
  const phones = [{ field: 'phone', stored, e164, digits: stored.replace(/\D/g, '') }];
  const key = `${kind}:${id}`;
  return { key, kind, id, name: called, phones, suffixes: [e164.slice(-8)], company, companyName: '', readAt: 1 };
}

const call = (at: string, src: string, told: Partial<Leg> = {}) =>
  leg({ at, src, uniqueid: `${wallClock(at) - SUMMER}.1`, session: `${wallClock(at) - SUMMER}1-${src}`, ...told });

it('calls of one known thirdparty alone get an event: not strangers, not colleagues, not a number that two have', async () => {
  const db = await openDatabase('to-log');
  opened.push(db);
  const store = createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
  const parties = createPartyStore(db);
  await parties.put([
    party('thirdparty', 1, 'Garage Lefèvre', '01 99 00 12 34'),
    party('contact', 7, 'Hugo Martin', '06 39 98 12 34', 1),
    party('thirdparty', 2, 'Boulangerie Petit', '04 65 71 00 10'),
    party('thirdparty', 3, 'Pâtisserie Petit', '04 65 71 00 10'),
  ]);
  await addLegs(
    store,
    [
      call('08:00:00', '0199001234', { duration: 60, talk: 50, ...answered }), // before it was switched on
      call('09:00:00', '0199001234', { duration: 60, talk: 50, ...answered }),
      call('09:10:00', '0639981234', { duration: 20 }),
      call('09:20:00', '0465710010', { duration: 20 }), // two have it
      call('09:30:00', '0465719999', { duration: 20 }), // nobody has it
      outLeg({
        at: '09:40:00',
        uniqueid: '9.9',
        session: '99-201',
        dst: '0199001234',
        duration: 30,
        talk: 9,
        ...answered,
      }),
      call('11:00:00', '0199001234', { duration: 20 }), // too young
    ],
    SUMMER,
  );
  const stretch = { from: wallClock('08:30:00') - SUMMER, until: wallClock('10:00:00') - SUMMER };
  const found = await callsToLog(store, parties, plan, stretch, new Set());
  expect(found.map(({ direction, outcome, thirdparty, contact }) => [direction, outcome, thirdparty, contact])).toEqual(
    [
      ['in', 'answered', 1, 0],
      ['in', 'missed', 1, 7],
      ['out', 'answered', 1, 0],
    ],
  );
  const known = new Set(found.slice(0, 2).map(({ mark }) => mark));
  expect(await callsToLog(store, parties, plan, stretch, known)).toHaveLength(1);
});
