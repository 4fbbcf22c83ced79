import { describe, expect, test } from 'vitest';
import { type DirectoryBatch, type DirectoryOptions, readDirectory } from '../../../lib/dolibarr/directory-pass';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { type FakeDolibarr, fakeDolibarr } from './fake-dolibarr';

const thirdparty = (id: number) => ({
  id: String(id),
  name: `Company ${id}`,
  phone: `01990010${id}`,
  country_code: 'FR',
});
const contact = (id: number, socid: number) => ({
  id: String(id),
  lastname: `Person ${id}`,
  firstname: '',
  socid: String(socid),
  socname: `Company ${socid}`,
});
const rows = {
  thirdparties: [11, 12, 13, 14, 15].map(thirdparty),
  contacts: [contact(1, 11), contact(2, 11), contact(3, 15)],
};

async function read(story: Partial<FakeDolibarr>, options: DirectoryOptions = {}, take = Number.POSITIVE_INFINITY) {
  const { fetch, seen } = fakeDolibarr({ rows, ...story });
  const rest = createDolibarrRest({ fetch, connection: async () => ({ root: 'https://erp.example', key: 'goodkey' }) });
  const batches: DirectoryBatch[] = [];
  for await (const batch of readDirectory(rest, { limit: 2, ...options })) {
    batches.push(batch);
    if (batches.length === take) break;
  }
  const ids = batches.flatMap((batch) => batch.parties.map((party) => `${party.kind} ${party.id}`));
  return { batches, ids, seen };
}
const everybody = [...[11, 12, 13, 14, 15].map((id) => `thirdparty ${id}`), ...[1, 2, 3].map((id) => `contact ${id}`)];

describe.each([14, 20, 22, 23, 24])('Dolibarr %i', (version) => {
  test('gives everybody once, and its end is known', async () => {
    const { ids, batches } = await read({ version });
    expect(ids).toEqual(everybody);
    expect(batches.at(-1)?.next).toBeUndefined();
    expect(batches.slice(0, -1).every((batch) => batch.next)).toBe(true);
  });

  test('that is empty is read to its end', async () => {
    const { ids, batches } = await read({ version, rows: { thirdparties: [], contacts: [] } });
    expect(ids).toEqual([]);
    expect(batches.at(-1)?.next).toBeUndefined();
  });
});

test('a reading cut off after any batch goes on where it stood', async () => {
  const whole = await read({});
  for (let cut = 1; cut < whole.batches.length; cut++) {
    const first = await read({}, {}, cut);
    const next = first.batches.at(-1)?.next;
    if (!next) throw new Error('the first part was the whole');
    const rest = await read({}, { from: next });
    expect([...first.ids, ...rest.ids]).toEqual(everybody);
  }
});

test('a page with a row missing is not taken for the last one', async () => {
  // a row that Dolibarr cannot load is left out of its page; here it is one that we cannot read
  const broken = {
    ...rows,
    thirdparties: [...rows.thirdparties.slice(0, 1), { id: 'x' }, ...rows.thirdparties.slice(1)],
  };
  const { ids, batches } = await read({ rows: broken });
  expect(ids).toEqual(everybody);
  expect(batches.reduce((sum, batch) => sum + batch.setAside, 0)).toBe(1);
});

test('a server that gives the same page for ever is refused: who is not on it is not gone', async () => {
  await expect(read({ onePage: true })).rejects.toMatchObject({ code: 'dolibarr-answer' });
});

test('each batch tells for which ids it is the whole truth, and the last for all that come after', async () => {
  const { batches } = await read({});
  expect(batches.map(({ whole }) => whole)).toEqual([
    { kind: 'thirdparty', after: 0, until: 12, ids: [11, 12] },
    { kind: 'thirdparty', after: 12, until: 14, ids: [13, 14] },
    { kind: 'thirdparty', after: 14, until: 15, ids: [15] },
    { kind: 'thirdparty', after: 15, until: Number.POSITIVE_INFINITY, ids: [] },
    { kind: 'contact', after: 0, until: 2, ids: [1, 2] },
    { kind: 'contact', after: 2, until: 3, ids: [3] },
    { kind: 'contact', after: 3, until: Number.POSITIVE_INFINITY, ids: [] },
  ]);
});

test('changes alone tell nothing of who is gone', async () => {
  const { batches } = await read({}, { since: 1_795_000_000 });
  expect(batches.every(({ whole }) => whole === undefined)).toBe(true);
});

test('asks for rows in the order of their ids, and only for what it needs', async () => {
  const { seen } = await read({});
  expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
    sortfield: 't.rowid',
    sortorder: 'ASC',
    page: '0',
    limit: '2',
    properties: 'id,name,country_code,phone,phone_mobile,fax',
  });
});

test('a user of Dolibarr 14 who sees only own customers gets their contacts all the same', async () => {
  const { ids, batches } = await read({ version: 14, ownCustomersOnly: true });
  expect(ids).toEqual(everybody);
  expect(batches.at(-1)?.next).toBeUndefined();
});

test('without the right to read contacts it ends with that, after the thirdparties', async () => {
  await expect(read({ without: ['societe/contact/lire'] })).rejects.toMatchObject({
    code: 'dolibarr-right',
    detail: { subject: 'societe/contact/lire' },
  });
});
