import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { cardNumberAnswers } from '../../../entrypoints/background/card-number';
import { createLearnParty } from '../../../entrypoints/background/learn-party';
import { createNumbers } from '../../../entrypoints/background/numbers';
import { createCardAnswers } from '../../../lib/answers/card';
import type { Leg } from '../../../lib/calls/leg';
import { readContacts, readThirdparties } from '../../../lib/dolibarr/parties';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import type { PartyRef, SyncState } from '../../../lib/questions/questions';
import { defaultSettings } from '../../../lib/settings/settings';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { openDatabase } from '../../../lib/store/database';
import { createNoteStore } from '../../../lib/store/notes';
import { createPartyStore } from '../../../lib/store/parties';
import { type Dolibarr, type DolibarrOptions, startDolibarr } from '../../sim/index';
import { talk } from './browser';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
const versions = [14, 16, 20, 22, 23, 24] as const;
const AS_AGREED = 1;
let names = 0;

/** A garage with one contact, and a browser that knows the calls told. `writer`: whose key it is when nobody agreed. */
async function office(options: DolibarrOptions, legs: Leg[], told: { key?: (dolibarr: Dolibarr) => string } = {}) {
  const dolibarr = await startDolibarr({ wrongKeyDelay: 0, seeded: false, ...options });
  const garage = dolibarr.addThirdparty({ name: 'Garage Lefèvre', phone: '99 00 12 34' });
  const claire = dolibarr.addContact(garage, { lastname: 'Lefèvre', firstname: 'Claire', phone_pro: '01 99 00 12 99' });
  const db = await openDatabase(`card-number-${++names}`);
  closing.push(
    () => db.close(),
    () => dolibarr.close(),
  );
  const numbers = createNumbers(defaultSettings);
  const store = createCallStore(db, numbers.digitsOf);
  const parties = createPartyStore(db);
  const rest = createDolibarrRest({
    fetch: (input, init) => fetch(input, init),
    connection: async () => ({ root: dolibarr.url, key: told.key?.(dolibarr) ?? dolibarr.key }),
  });
  const connections = { dolibarr: rest, dolibarrReady: async () => undefined };
  await addLegs(store, legs, 7200);
  for (const { parties: found } of [
    await readThirdparties(rest, { limit: 200 }),
    await readContacts(rest, { limit: 200 }),
  ]) {
    await parties.put(found.map((party) => numbers.toStored(party, 1)));
  }
  const card = createCardAnswers({
    ...{ store, parties, notes: createNoteStore(db) },
    plan: async () => numbers.plan(),
    syncState: async () => ({ phase: 'idle' }) as SyncState, // nothing here looks at the rest
    foundRecordings: async () => [],
  });
  const learn = createLearnParty({ parties, connections, numbers, changed: card.changed, now: () => 2 });
  const answers = cardNumberAnswers({
    ...{ card, parties, connections, numbers },
    cardNotes: { otherWriter: async (user) => (user === AS_AGREED ? undefined : 'Super Admin') },
    learnParty: learn,
    log: { add: async () => undefined },
  });
  const party: PartyRef = { kind: 'thirdparty', id: garage };
  const calls = async (of = party) => (await card.calls(of, {}, 0, 50)).lines;
  const [line] = await calls();
  return { dolibarr, garage, claire, party, answers, calls, learn, key: line?.key ?? '', user: AS_AGREED };
}

const probable = [talk('10:00:00', '0199001234')];
const contactOnly = [talk('10:00:00', '0199001299')];

describe('the number of a call on the card', () => {
  test.each(versions)('on %i a likely match becomes a sure one at once by writing the number', async (version) => {
    const { answers, party, key, user, calls, dolibarr, garage } = await office({ version }, probable);
    expect((await calls())[0]?.strength).toBe('probable');
    const homes = await answers['card.numberHomes']({ party, key, user }, {});
    // 14 to 19 know no mobile field of a thirdparty, and its one is taken
    const own = homes?.homes[0];
    expect(own).toMatchObject({ party: { id: garage }, probable: true, field: version >= 20 ? 'phone_mobile' : '' });
    if (version < 20) return;
    const written = await answers['card.numberAdd']({ party, key, user, to: party }, {});
    expect(written).toMatchObject({ field: 'phone_mobile', party: { name: 'Garage Lefèvre' } });
    expect(dolibarr.parties.get(garage)).toMatchObject({ phone: '99 00 12 34', phone_mobile: '+33199001234' });
    expect((await calls())[0]?.strength).toBe('exact');
  });

  test.each(versions)('on %i a contact gets it, and another contact is made with it once', async (version) => {
    const { answers, party, key, user, calls, dolibarr, claire } = await office({ version }, probable);
    const to = { kind: 'contact' as const, id: claire };
    expect(await answers['card.numberAdd']({ party, key, user, to }, {})).toMatchObject({ field: 'phone_mobile' });
    expect(dolibarr.contacts.get(claire)).toMatchObject({ phone_mobile: '+33199001234' });
    expect((await calls())[0]?.strength).toBe('exact');

    const other = await office({ version }, probable);
    const name = { firstname: 'Hugo', lastname: 'Mar<b>tin' };
    for (const _ of [1, 2]) {
      const made = await other.answers['card.numberContact']({ party: other.party, key: other.key, user, ...name }, {});
      expect(made.party).toMatchObject({ kind: 'contact', name: 'Hugo Mar b tin', company: 'Garage Lefèvre' });
    }
    expect([...other.dolibarr.contacts.values()].filter(({ firstname }) => firstname === 'Hugo')).toHaveLength(1);
    expect((await other.calls())[0]?.strength).toBe('exact');
  });

  test('of two that it may belong to, the one it is written to has it alone', async () => {
    const { answers, party, key, user, calls, dolibarr, learn } = await office({}, probable);
    const other = dolibarr.addThirdparty({ name: 'Carrosserie du Port', phone: '99 00 12 34' });
    await learn({ kind: 'thirdparty', id: other });
    expect((await calls())[0]?.others.map(({ id }) => id)).toEqual([other]);
    expect(await calls({ kind: 'thirdparty', id: other })).toHaveLength(1);
    await answers['card.numberAdd']({ party, key, user, to: party }, {});
    expect((await calls())[0]).toMatchObject({ strength: 'exact', others: [] });
    expect(await calls({ kind: 'thirdparty', id: other })).toEqual([]);
  });

  test('who has it for sure is not asked, and a contact without a free field is named as such', async () => {
    const { answers, party, key, user, garage, dolibarr } = await office({}, contactOnly);
    const homes = await answers['card.numberHomes']({ party, key, user }, {});
    expect(homes).toMatchObject({ stored: '+33199001299', contact: true, missing: [] });
    expect(homes?.homes.map(({ party: { id } }) => id)).toEqual([garage]);
    // a colleague filled it since the directory was read: nothing of his is displaced
    dolibarr.setPhone(garage, '+33639980099', 'phone_mobile');
    expect(await answers['card.numberAdd']({ party, key, user, to: party }, {})).toBeUndefined();
    expect(dolibarr.parties.get(garage)).toMatchObject({ phone_mobile: '+33639980099' });
  });

  test('an answer that got lost makes no second contact', async () => {
    const { answers, party, key, user, dolibarr } = await office({}, probable);
    dolibarr.faults.add('POST /api/index.php/contacts', { kind: 'drop' });
    await answers['card.numberContact']({ party, key, user, firstname: '', lastname: 'Martin' }, {});
    expect([...dolibarr.contacts.values()].filter(({ lastname }) => lastname === 'Martin')).toHaveLength(1);
  });

  test.each(versions)('on %i what the key may not change is not offered, and the right is named', async (version) => {
    const rights = ['societe.lire', 'societe.client.voir', 'societe.contact.lire', 'societe.contact.creer'];
    const key = (dolibarr: Dolibarr) => dolibarr.addUser({ login: 'paul', rights }).key;
    let kept: string | undefined;
    const told = {
      key: (dolibarr: Dolibarr) => {
        kept ??= key(dolibarr);
        return kept;
      },
    };
    const { answers, party, key: call, user, claire } = await office({ version }, probable, told);
    const homes = await answers['card.numberHomes']({ party, key: call, user }, {});
    expect(homes).toMatchObject({ contact: true, missing: ['societe/creer'] });
    expect(homes?.homes.map(({ party: { kind, id } }) => `${kind}${id}`)).toEqual([`contact${claire}`]);
    const refused = answers['card.numberAdd']({ party, key: call, user, to: party }, {});
    if (version >= 20) await expect(refused).rejects.toMatchObject({ code: 'dolibarr-right' });
    else expect(await refused).toBeUndefined(); // its one field is taken
  });

  test('in the page of another user nothing is written before he agrees', async () => {
    const { answers, party, key, dolibarr, garage } = await office({}, probable);
    expect(await answers['card.numberHomes']({ party, key, user: 9 }, {})).toMatchObject({ ask: 'Super Admin' });
    const add = answers['card.numberAdd']({ party, key, user: 9, to: party }, {});
    await expect(add).rejects.toMatchObject({ code: 'note-other-user' });
    const make = answers['card.numberContact']({ party, key, user: 9, firstname: '', lastname: 'Martin' }, {});
    await expect(make).rejects.toMatchObject({ code: 'note-other-user' });
    expect(dolibarr.parties.get(garage)?.phone_mobile).toBe('');
    expect(dolibarr.contacts.size).toBe(1);
  });

  test('nobody but the card’s own people is in reach, nor a call of somebody else', async () => {
    const { answers, party, key, user, dolibarr } = await office({}, probable);
    const stranger = dolibarr.addThirdparty({ name: 'Ailleurs' });
    const to = { kind: 'thirdparty' as const, id: stranger };
    await expect(answers['card.numberAdd']({ party, key, user, to }, {})).rejects.toMatchObject({ code: 'forbidden' });
    const gone = answers['card.numberAdd']({ party: to, key, user, to }, {});
    await expect(gone).rejects.toMatchObject({ code: 'call-gone' });
    expect(dolibarr.parties.get(stranger)?.phone).toBe('');
  });
});
