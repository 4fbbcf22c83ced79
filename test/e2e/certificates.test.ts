import { afterAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../lib/errors';
import { errors, options as texts } from '../../lib/text/fr';
import { canPlayPolicy } from '../browsers/policy';
import { createCertificate, startUcm } from '../sim';
import { type Office, openOffice } from './support/office';
import { openOptions } from './support/options-page';
import { sitesOf } from './support/set-up';

// Only behind an authority that the browser trusts does it say what else is wrong; that takes a policy, so root.
describe.skipIf(!canPlayPolicy('chromium'))('a UCM with a certificate of an authority that this browser trusts', () => {
  let office: Office | undefined;
  afterAll(() => office?.close());

  it('is reached without a question; one of another name and one that has run out are told apart, with the cure of each', async () => {
    const authority = { ...createCertificate('House CA'), commonName: 'House CA' };
    const by = { by: authority };
    office = await openOffice({ trusted: [authority.cert] }, {}, { certificate: createCertificate('UCM', by) });
    const { ucm: good } = office.machines;
    const named = await startUcm({ certificate: createCertificate('UCM', { ...by, name: 'pbx.example' }) });
    const old = await startUcm({ certificate: createCertificate('UCM', { ...by, from: -400, until: -3 }) });
    await office.browser.allowSites(sitesOf(office.machines));
    const options = await openOptions(office.browser);
    const says = async (url: string, code: ErrorCode) => {
      await options.fillUcm({ ...good, url });
      await options.allow('ucm');
      await options.test('ucm');
      const said = options.page.locator('#step-ucm .test');
      await expect.poll(() => said.textContent()).toContain(errors[code].what.split('{host}')[1]);
      await said.getByText(errors[code].next).waitFor();
      await said.getByText(texts.ucm.certificateTitle).waitFor();
    };
    await says(named.url, 'ucm-certificate-name');
    await says(old.url, 'ucm-certificate-expired');
    await options.fillUcm(good);
    await options.test('ucm');
    await options.page.locator('#step-ucm .said-ok').waitFor();
    await Promise.all([named.close(), old.close()]);
  });
});
