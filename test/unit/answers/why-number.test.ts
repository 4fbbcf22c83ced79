import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNumbers } from '../../../entrypoints/background/numbers';
import { whyNumber } from '../../../lib/answers/why-number';
import type { DirectoryParty } from '../../../lib/dolibarr/parties';
import { defaultSettings } from '../../../lib/settings/settings';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createPartyStore, type PartyStore } from '../../../lib/store/parties';

const settings = {
  ...defaultSettings,
  numbers: { country: 'FR', outsidePrefix: '0', own: ['01 99 00 00 00'] },
};
const numbers = createNumbers(settings);

let db: Database;
let parties: PartyStore;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`why-${count++}`);
  parties = createPartyStore(db);
  const directory = [
    thirdparty(1, 'Garage Lefèvre', '01 99 00 12 34'),
    thirdparty(2, 'Fleurs Delvaux', '+34 6 39 98 12 34'),
    thirdparty(3, 'Mairie', '04 65 71 00 00'),
    thirdparty(4, 'École', '+33 4 65 71 00 00'),
    thirdparty(5, 'Taxi Nord', '99 00 77 66'),
  ];
  await parties.put(directory.map((party) => numbers.toStored(party, 1)));
});
afterEach(() => db.close());

const thirdparty = (id: number, name: string, stored: string): DirectoryParty => ({
  kind: 'thirdparty',
  id,
  name,
  thirdparty: 0,
  company: '',
  country: '',
  phones: [{ field: 'phone', stored }],
});
const why = (raw: string) => whyNumber(parties, numbers.plan(), raw);
const names = async (raw: string) => (await why(raw)).reasons.map(({ party }) => party.name);

describe('why a number is whose it is', () => {
  it('is told with the field that has it, in whatever notation either is written', async () => {
    for (const raw of ['0199001234', '+33199001234', '0033 1 99 00 12 34', '00199001234', 'tel:+33-1-99-00-12-34']) {
      expect(await why(raw)).toEqual({
        kind: 'outside',
        number: '01 99 00 12 34',
        e164: '+33199001234',
        reasons: [
          {
            strength: 'exact',
            party: { kind: 'thirdparty', id: 1, name: 'Garage Lefèvre', company: '' },
            field: 'phone',
            stored: '01 99 00 12 34',
          },
        ],
      });
    }
  });

  it('names all of several, and says of one that only ends alike that it is likely', async () => {
    expect(await names('0465710000')).toEqual(['Mairie', 'École']);
    expect((await why('0199007766')).reasons).toMatchObject([{ strength: 'probable', stored: '99 00 77 66' }]);
  });
});

describe('why a number is nobody’s', () => {
  it.each([
    ['anonymous', 'hidden', 'hidden'],
    ['', 'hidden', 'hidden'],
    ['203', 'extension', 'extension'],
    ['+33 1 99 00 00 00', 'own', 'own'],
    ['118218', 'outside', 'short'],
    ['+33639981234', 'outside', 'otherwise'],
    ['0465719999', 'outside', 'nobody'],
    ['99912345678', 'outside', 'unread'],
  ])('%s', async (raw, kind, nobody) => {
    expect(await why(raw)).toMatchObject({ kind, nobody });
  });

  it('names whoever has a number that ends alike and begins otherwise', async () => {
    expect(await why('+33 6 39 98 12 34')).toMatchObject({
      nobody: 'otherwise',
      reasons: [{ party: { name: 'Fleurs Delvaux' }, stored: '+34 6 39 98 12 34' }],
    });
  });
});
