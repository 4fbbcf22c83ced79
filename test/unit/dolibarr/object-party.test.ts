import { expect, test } from 'vitest';
import { thirdpartyOf } from '../../../lib/dolibarr/object-party';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { MAIN_PARTY, startDolibarr } from '../../sim/index';

test.each([14, 16, 20, 22, 23, 24] as const)(
  'on %i an invoice tells its thirdparty to whoever may read it',
  async (version) => {
    const dolibarr = await startDolibarr({ version });
    const rest = (key: string) => createDolibarrRest({ fetch, connection: async () => ({ root: dolibarr.url, key }) });
    const invoice = { folder: 'compta/facture', id: 42 };
    expect(await thirdpartyOf(rest(dolibarr.key), invoice)).toBe(MAIN_PARTY);
    // a plain user may often not, and a module may be off: nothing is said, and nothing fails
    expect(await thirdpartyOf(rest(dolibarr.salesKey), invoice)).toBe(0);
    expect(await thirdpartyOf(rest(dolibarr.key), { folder: 'commande', id: 42 })).toBe(0);
    await dolibarr.close();
  },
);
