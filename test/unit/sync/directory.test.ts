import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { createDirectory } from '../../../entrypoints/background/directory';
import { createNumbers } from '../../../entrypoints/background/numbers';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { defaultSettings } from '../../../lib/settings/settings';
import { openDatabase } from '../../../lib/store/database';
import { createPartyStore } from '../../../lib/store/parties';
import { createStateStore } from '../../../lib/store/state';
import { type Dolibarr, type DolibarrOptions, startDolibarr } from '../../sim/index';

const HOUR = 3600;
const DAY = 24 * HOUR;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
let names = 0;

/** A browser at a Dolibarr of its own, whose clock goes only by `later`. */
async function browserAt(options: DolibarrOptions = {}) {
  let now = Math.floor(Date.now() / 1000);
  const dolibarr = await startDolibarr({ ...options, now: () => now });
  const db = await openDatabase(`directory-${++names}`);
  closing.push(
    () => db.close(),
    () => dolibarr.close(),
  );
  const parties = createPartyStore(db);
  const key = { value: dolibarr.key };
  let told = 0;
  const rest = createDolibarrRest({
    fetch: (input, init) => fetch(input, init),
    connection: async () => ({ root: dolibarr.url, key: key.value }),
  });
  const start = () =>
    createDirectory({
      parties,
      state: createStateStore(db),
      secrets: { stamp: async () => key.value },
      connections: { dolibarr: rest, dolibarrReady: async () => undefined },
      numbers: createNumbers(defaultSettings),
      changed: () => void told++,
    });
  const refresh = async (budget = 60_000) => {
    const before = dolibarr.requests.length;
    told = 0;
    const result = await start().refresh(budget, new AbortController().signal);
    return { ...result, asked: dolibarr.requests.slice(before).map(({ path, query }) => described(path, query)), told };
  };
  return {
    dolibarr,
    parties,
    key,
    refresh,
    later: (seconds: number) => {
      now += seconds;
    },
    phonesOf: async (kind: 'thirdparty' | 'contact', id: number) =>
      (await parties.get(kind, id))?.phones.map(({ e164 }) => e164),
  };
}

const described = (path: string, query: string) => {
  const filter = new URLSearchParams(query).get('sqlfilters') ?? '';
  return `${path.replace('/api/index.php/', '')}${filter.includes('t.tms') ? ' changed' : ''}`;
};
const everybody = (dolibarr: Dolibarr) => dolibarr.parties.size + dolibarr.contacts.size;

describe.each([14, 16, 20, 22, 23, 24] as const)('the directory of Dolibarr %i', (version) => {
  test('is read whole once, and afterwards only what changed is asked for', async () => {
    const { dolibarr, refresh, later, phonesOf, parties } = await browserAt({ version });
    expect(await refresh()).toMatchObject({ parties: everybody(dolibarr), setAside: 0, finished: true });

    later(HOUR);
    expect(await refresh()).toMatchObject({ finished: true, told: 0 });
    dolibarr.setPhone(2, '06 39 98 77 77');
    const made = dolibarr.addContact(2, { lastname: 'Nouvelle', phone_mobile: '06 39 98 88 88' });
    later(HOUR);
    const { asked, told } = await refresh();
    expect(asked.filter((what) => what !== 'status').every((what) => what.endsWith(' changed'))).toBe(true);
    expect(told).toBe(1);
    expect(await phonesOf('thirdparty', 2)).toContain('+33639987777');
    expect(await phonesOf('contact', made)).toEqual(['+33639988888']);
    expect(await parties.count()).toBe(everybody(dolibarr));
  });

  test('forgets who was removed, the day after at the latest', async () => {
    const { dolibarr, refresh, later, parties } = await browserAt({ version });
    await refresh();
    const [contact] = dolibarr.contacts.keys();
    dolibarr.removeThirdparty(3);
    dolibarr.removeContact(contact ?? 0);
    later(DAY);
    await refresh();
    expect(await parties.get('thirdparty', 3)).toBeUndefined();
    expect(await parties.get('contact', contact ?? 0)).toBeUndefined();
    expect(await parties.count()).toBe(everybody(dolibarr));
  });

  test('is read on where it was cut off, after any page', async () => {
    const { dolibarr, refresh, parties } = await browserAt({ version });
    for (let runs = 0; runs < 10; runs++) {
      const { finished } = await refresh(0);
      if (finished) break;
    }
    expect(await parties.count()).toBe(everybody(dolibarr));
    const { asked } = await refresh();
    expect(asked.filter((what) => what !== 'status').every((what) => what.endsWith(' changed'))).toBe(true);
  });
});

test('where Dolibarr counts and the count is right, nobody is looked for one by one but once a week', async () => {
  const { dolibarr, refresh, later, parties } = await browserAt({ version: 23 });
  await refresh();
  later(DAY);
  const counted = await refresh();
  expect(counted.asked.filter((what) => what !== 'status' && !what.endsWith(' changed'))).toEqual([
    'thirdparties',
    'contacts',
  ]);
  // one is gone and another has come by a way that leaves no time of change
  const alone = [...dolibarr.parties.keys()].find((id) => ![...dolibarr.contacts.values()].some((c) => c.socid === id));
  dolibarr.removeThirdparty(alone ?? 0);
  const id = dolibarr.addThirdparty({ name: 'Import', phone: '0199004242', tms: 0 });
  later(DAY);
  await refresh();
  expect(await parties.get('thirdparty', id)).toBeUndefined();
  later(7 * DAY);
  await refresh();
  expect(await parties.get('thirdparty', alone ?? 0)).toBeUndefined();
  expect((await parties.get('thirdparty', id))?.name).toBe('Import');
});

test('who sees other customers by another key has their directory, and not that of the first', async () => {
  const { dolibarr, refresh, key, parties } = await browserAt();
  await refresh();
  const few = dolibarr.addUser({ login: 'leo', rights: ['societe.lire', 'societe.contact.lire'] });
  key.value = few.key;
  expect(await refresh()).toMatchObject({ parties: 0, finished: true });
  expect(await parties.count()).toBe(0);
});

test('contacts follow the new name of their company', async () => {
  const { dolibarr, refresh, later, parties } = await browserAt();
  await refresh();
  const garage = dolibarr.parties.get(1);
  if (!garage) throw new Error('the story has no thirdparty 1');
  garage.name = 'Garage Lefèvre et Fille';
  later(HOUR);
  garage.tms = Math.floor(Date.now() / 1000) + HOUR;
  await refresh();
  const contacts = await parties.contactsOf(1);
  expect(contacts.length).toBeGreaterThan(0);
  expect(new Set(contacts.map(({ companyName }) => companyName))).toEqual(new Set(['Garage Lefèvre et Fille']));
});

test('a database whose session lives in another zone hides no change', async () => {
  // the server writes tms twelve hours behind: a change of now looks as old as that
  const { dolibarr, refresh, later, phonesOf } = await browserAt();
  await refresh();
  later(HOUR);
  dolibarr.setPhone(2, '06 39 98 66 66');
  const changed = dolibarr.parties.get(2);
  if (changed) changed.tms -= 12 * HOUR;
  await refresh();
  expect(await phonesOf('thirdparty', 2)).toContain('+33639986666');
});

test('Dolibarr away in the middle: what was read stays, and the next run goes on', async () => {
  const { dolibarr, refresh, parties } = await browserAt();
  dolibarr.faults.add('GET /api/index.php/contacts', { kind: 'drop' });
  await expect(refresh()).rejects.toMatchObject({ code: 'dolibarr-unreachable' });
  expect(await parties.count('thirdparty')).toBe(dolibarr.parties.size);
  const { asked } = await refresh();
  expect(asked).toEqual(['status', 'contacts', 'contacts']);
  expect(await parties.count()).toBe(everybody(dolibarr));
});
