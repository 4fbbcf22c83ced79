import { expect, test } from 'vitest';
import { readContacts, readThirdparties } from '../../../lib/dolibarr/parties';
import type { DolibarrRest, Query } from '../../../lib/dolibarr/rest';

const asked: Query[] = [];
const restWith = (rows: unknown[]): Pick<DolibarrRest, 'list'> => ({
  list: async (_, query) => {
    asked.push(query);
    return { rows, more: true };
  },
});
const first = { limit: 200 };

test('a thirdparty as 14 gives it, with everything it has besides', async () => {
  const { parties } = await readThirdparties(
    restWith([
      {
        id: '1',
        entity: '1',
        name: 'Garage Lefèvre',
        phone: '0199001234',
        fax: null,
        country_code: 'FR',
        array_options: [],
      },
    ]),
    first,
  );
  expect(parties).toEqual([
    {
      kind: 'thirdparty',
      id: 1,
      name: 'Garage Lefèvre',
      company: '',
      thirdparty: 0,
      country: 'FR',
      phones: [{ field: 'phone', stored: '0199001234' }],
    },
  ]);
});

test('a contact with its company, and one without', async () => {
  const row = {
    id: 2,
    firstname: 'Hugo',
    lastname: 'Martin',
    socid: '1',
    socname: 'Garage Lefèvre',
    country_code: 'fr',
  };
  const { parties } = await readContacts(
    restWith([
      {
        ...row,
        phone_pro: '01 99 00 12 34',
        phone_perso: '',
        phone_mobile: ' +33 6 39 98 22 22 ',
        fax: '01 99 00 12 35',
      },
      { id: '3', firstname: null, lastname: 'Petit', socid: null, socname: null, country_code: '' },
    ]),
    first,
  );
  expect(parties[0]).toMatchObject({
    kind: 'contact',
    name: 'Hugo Martin',
    company: 'Garage Lefèvre',
    thirdparty: 1,
    country: 'FR',
  });
  expect(parties[0]?.phones).toEqual([
    { field: 'phone_pro', stored: '01 99 00 12 34' },
    { field: 'phone_mobile', stored: '+33 6 39 98 22 22' },
    { field: 'fax', stored: '01 99 00 12 35' },
  ]);
  expect(parties[1]).toMatchObject({ name: 'Petit', company: '', thirdparty: 0, country: '', phones: [] });
});

test('entities in names are plain text, decoded once', async () => {
  const names = ['Dubois &amp; Fils', 'Fleurs d&#039;Élise', 'A &amp;lt;b&amp;gt;', 'Caf&#xE9;', 'R&D', '&nosuch;'];
  const { parties } = await readThirdparties(restWith(names.map((name, at) => ({ id: at + 1, name }))), first);
  expect(parties.map((party) => party.name)).toEqual([
    'Dubois & Fils',
    "Fleurs d'Élise",
    'A &lt;b&gt;',
    'Café',
    'R&D',
    '&nosuch;',
  ]);
});

test('a row that cannot be read is counted and does not harm the others', async () => {
  const rows = [
    { id: '1', name: 'One' },
    { name: 'no id' },
    'text',
    null,
    { id: '-5', name: 'x' },
    { id: 2, name: ['list'] },
    { id: 3, name: 'Three', phone: 199001234 },
  ];
  const { parties, setAside, more } = await readThirdparties(restWith(rows), first);
  expect(parties.map((party) => party.id)).toEqual([1, 3]);
  expect(parties[1]?.phones).toEqual([{ field: 'phone', stored: '199001234' }]);
  expect({ setAside, more }).toEqual({ setAside: 5, more: true });
});

test('changes since a moment are asked for with a day to spare, since the zone of the database is unknown', async () => {
  await readThirdparties(restWith([]), { ...first, since: Date.UTC(2026, 10, 24, 2, 0, 0) / 1000 });
  expect(asked.at(-1)).toMatchObject({ sqlfilters: "(t.tms:>=:'2026-11-23 00:00:00')" });
});
