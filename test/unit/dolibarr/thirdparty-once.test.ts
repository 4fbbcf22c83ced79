import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { createThirdpartyOnce, findMade, removeUnused, settleThirdparty } from '../../../lib/dolibarr/thirdparty-once';
import { mayCreateAlone, readThirdpartyRights } from '../../../lib/dolibarr/thirdparty-rights';
import { type Dolibarr, type DolibarrOptions, startDolibarr } from '../../sim/index';

const running: Dolibarr[] = [];
afterEach(async () => {
  for (const dolibarr of running.splice(0)) await dolibarr.close();
});

async function start(options: DolibarrOptions = {}) {
  const dolibarr = await startDolibarr({ wrongKeyDelay: 0, ...options });
  running.push(dolibarr);
  return dolibarr;
}
const restOf = (dolibarr: Dolibarr, key = dolibarr.key, before: () => Promise<unknown> = async () => undefined) =>
  createDolibarrRest({
    connection: async () => ({ root: dolibarr.url, key }),
    async fetch(input, init) {
      await before();
      return fetch(input, init);
    },
  });
const baker = { digits: '33639980001', name: 'Boulanger inconnu', phone: '+33639980001', country: 'FR' };
const versions = [14, 16, 20, 22, 23, 24] as const;
const made = (dolibarr: Dolibarr) => [...dolibarr.parties.values()].filter(({ ref_ext }) => ref_ext.startsWith('tel-'));

/** Numbers that look drawn by lot and are the same in each run. */
function lots(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test.each(versions)('on %i a caller becomes a prospect with a code, a country and the number', async (version) => {
  const dolibarr = await start({ version, numbering: 'elephant' });
  const settled = await createThirdpartyOnce(restOf(dolibarr), baker, 'aaaa');
  expect(settled).toMatchObject({ own: true, removed: [], doubles: [] });
  expect(dolibarr.parties.get(settled.id ?? 0)).toMatchObject({
    name: 'Boulanger inconnu',
    phone: '+33639980001',
    client: 2,
    code_client: expect.stringMatching(/^C\d+/),
    ref_ext: 'tel-33639980001-aaaa',
  });
});

test('who comes second makes nothing', async () => {
  const dolibarr = await start();
  const first = await createThirdpartyOnce(restOf(dolibarr), baker, 'aaaa');
  const second = await createThirdpartyOnce(restOf(dolibarr), { ...baker, name: 'Autre nom' }, 'bbbb');
  expect(second).toEqual({ id: first.id, own: false, removed: [], doubles: [] });
  // and a number that only begins alike is another one
  expect((await createThirdpartyOnce(restOf(dolibarr), { ...baker, digits: '3363998000' }, 'bbbb')).own).toBe(true);
});

test('ten browsers at once, a hundred times, on a slow line to a slow database: one is left, and all name it', async () => {
  const lot = lots(7);
  const dolibarr = await start({ seeded: false, slowCommit: () => lot() * 12 });
  let most = 0;
  for (let round = 0; round < 100; round++) {
    const digits = `336399${String(round).padStart(5, '0')}`;
    const clients = Array.from({ length: 10 }, (_, n) => ({
      mark: `browser${n}`,
      rest: restOf(dolibarr, dolibarr.key, () => wait(lot() * 4)),
    }));
    const wish = { ...baker, digits, phone: `+${digits}` };
    await Promise.all(clients.map(({ rest, mark }) => createThirdpartyOnce(rest, wish, mark)));
    const between = await findMade(restOf(dolibarr), digits);
    most = Math.max(most, between.length);
    const settled = await Promise.all(clients.map(({ rest, mark }) => settleThirdparty(rest, digits, mark, 'fresh')));
    const left = await findMade(restOf(dolibarr), digits);
    expect(left).toHaveLength(1);
    expect(new Set(settled.map(({ id }) => id))).toEqual(new Set([left[0]?.id]));
    expect(settled.filter(({ own }) => own)).toHaveLength(1);
  }
  expect(made(dolibarr)).toHaveLength(100);
  // the database was slow enough for the first check alone not to do
  expect(most).toBeGreaterThan(1);
}, 120_000);

describe('no answer to the making', () => {
  test('but it was done: it is found and taken for what it is', async () => {
    const dolibarr = await start();
    dolibarr.faults.add('POST /api/index.php/thirdparties', { kind: 'cut' });
    expect(await createThirdpartyOnce(restOf(dolibarr), baker, 'aaaa')).toMatchObject({ own: true });
    expect(made(dolibarr)).toHaveLength(1);
  });

  test('and it was not done: that is told', async () => {
    const dolibarr = await start({ api: true });
    const rest = restOf(dolibarr);
    const deaf = { ...rest, send: () => restOf(dolibarr, 'wrong').send('POST', 'thirdparties', {}, '') };
    await expect(createThirdpartyOnce(deaf, baker, 'aaaa')).rejects.toMatchObject({ code: 'dolibarr-key' });
  });
});

describe('a double found later', () => {
  async function twoOf(dolibarr: Dolibarr) {
    const first = dolibarr.addThirdparty({ name: 'Premier', ref_ext: 'tel-33639980001-bbbb' });
    const second = dolibarr.addThirdparty({ name: 'Second', ref_ext: 'tel-33639980001-aaaa' });
    return { first, second };
  }

  test.each(versions)('is removed by whoever made it, and by nobody else (%i)', async (version) => {
    const dolibarr = await start({ version });
    const { first, second } = await twoOf(dolibarr);
    expect(await settleThirdparty(restOf(dolibarr), baker.digits, 'cccc', 'later')).toMatchObject({
      id: first,
      own: false,
      doubles: [second],
    });
    expect(await settleThirdparty(restOf(dolibarr), baker.digits, 'aaaa', 'later')).toMatchObject({
      id: first,
      removed: [second],
    });
    expect(made(dolibarr)).toHaveLength(1);
  });

  test('stays when a contact or a call hangs on it, and is named', async () => {
    const cases = versions.flatMap((version) => [
      { version, attach: 'contact' } as const,
      { version, attach: 'call' } as const,
    ]);
    for (const { version, attach } of cases) {
      const dolibarr = await start({ version });
      const { second } = await twoOf(dolibarr);
      if (attach === 'contact') dolibarr.addContact(second, { lastname: 'Martin' });
      else {
        const event = { userownerid: 1, type_code: 'AC_TEL', label: 'Appel', socid: second };
        await restOf(dolibarr).send('POST', 'agendaevents', event, '');
      }
      const settled = await settleThirdparty(restOf(dolibarr), baker.digits, 'aaaa', 'later');
      expect(settled).toMatchObject({ removed: [], doubles: [second] });
      expect(await removeUnused(restOf(dolibarr), second)).toBe(false);
      expect(made(dolibarr)).toHaveLength(2);
    }
  });

  test('stays when the key may not delete', async () => {
    const dolibarr = await start();
    const { second } = await twoOf(dolibarr);
    const settled = await settleThirdparty(restOf(dolibarr, dolibarr.salesKey), baker.digits, 'aaaa', 'fresh');
    expect(settled).toMatchObject({ removed: [], doubles: [second] });
  });
});

describe.each(versions)('who may make thirdparties alone on %i', (version) => {
  test('an administrator may, a sales user only where this browser was named', async () => {
    const dolibarr = await start({ version });
    const admin = await readThirdpartyRights(restOf(dolibarr));
    expect(admin).toEqual({ create: true, remove: true, seeAll: true });
    const sales = await readThirdpartyRights(restOf(dolibarr, dolibarr.salesKey));
    expect(sales.remove).toBe(false);
    expect([mayCreateAlone(admin, false), mayCreateAlone(sales, false), mayCreateAlone(sales, true)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(dolibarr.parties.size).toBeGreaterThan(5);
  });

  test('who may delete and does not see the customers of others may not: he would make them anew', async () => {
    const dolibarr = await start({ version });
    const rights = ['societe.lire', 'societe.creer', 'societe.supprimer', 'user.self.creer', 'user.user.lire'];
    const leo = dolibarr.addUser({ login: 'leo', rights });
    expect(mayCreateAlone(await readThirdpartyRights(restOf(dolibarr, leo.key)), false)).toBe(false);
  });

  test('who may not even be asked for his rights is known by what he is refused', async () => {
    const dolibarr = await start({ version });
    const remover = dolibarr.addUser({ login: 'max', rights: ['societe.lire', 'societe.supprimer'] });
    expect(await readThirdpartyRights(restOf(dolibarr, remover.key))).toEqual({
      create: undefined,
      remove: true,
      seeAll: undefined,
    });
  });
});
