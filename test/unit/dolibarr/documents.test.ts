import { afterEach, describe, expect, it } from 'vitest';
import { attachToEvent } from '../../../lib/dolibarr/documents';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { shapeOf } from '../../../lib/errors';
import { type Dolibarr, SALES_RIGHTS, startDolibarr, type Version } from '../../sim';

let dolibarr: Dolibarr;
afterEach(() => dolibarr.close());

async function restOf(version: Version, rights?: readonly string[]) {
  dolibarr = await startDolibarr({ version, wrongKeyDelay: 0 });
  const key = rights ? dolibarr.addUser({ login: 'vente', rights }).key : dolibarr.key;
  return createDolibarrRest({ fetch, connection: async () => ({ root: dolibarr.url, key }) });
}
const file = { name: '2026-11-23T0912Z_0639981234_k3x9a-1.wav', base64: btoa('RIFF and so on') };

describe.each<Version>([14, 16, 20, 22, 23, 24])('a recording put into Dolibarr %i', (version) => {
  it('lies beside its event once, whoever puts it there', async () => {
    const rest = await restOf(version);
    expect(await attachToEvent(rest, 7, file)).toBe('attached');
    expect(await attachToEvent(rest, 7, file)).toBe('there');
    expect(dolibarr.files.map(({ modulepart, path, bytes }) => [modulepart, path, bytes.toString()])).toEqual([
      ['agenda', `7/${file.name}`, 'RIFF and so on'],
    ]);
  });
});

it('says which right is missing, on a version that wants one', async () => {
  const rest = await restOf(16, SALES_RIGHTS);
  const failed = await attachToEvent(rest, 7, file).catch(shapeOf);
  expect(failed).toMatchObject({ code: 'dolibarr-right', detail: { subject: 'ecm/upload' } });
});
