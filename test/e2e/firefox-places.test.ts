import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedFirefox, launchFirefox } from '../browsers/launch-firefox';
import { createZone, type Dolibarr, MAIN_PARTY, startDolibarr, startUcm, theStory, type Ucm } from '../sim';
import { setUpInFirefox, testInFirefox } from './support/firefox-set-up';

// Both are named by test/run.ts where there is a Firefox; where there is none these tests are counted as skipped.
const executable = process.env['CALLS_FIREFOX'] ?? '';
const extension = process.env['CALLS_FIREFOX_EXTENSION'] ?? '';
const left = executable === '' || extension === '';

describe.skipIf(left)(left ? 'Firefox, in Dolibarr: left out, none was found' : 'Firefox, in Dolibarr', () => {
  let ucm: Ucm;
  let dolibarr: Dolibarr;
  let firefox: LaunchedFirefox;
  let options: Page;

  beforeAll(async () => {
    ucm = await startUcm({ story: theStory({ now: Math.floor(Date.now() / 1000), zone: createZone() }) });
    dolibarr = await startDolibarr({ session: false });
    firefox = await launchFirefox(executable, extension, { certificatesAccepted: true });
    options = await setUpInFirefox(firefox, {
      ucm: { url: ucm.url, user: ucm.user, password: ucm.password },
      dolibarr: { url: dolibarr.url, key: dolibarr.key },
    });
    await testInFirefox(options, 'ucm');
    await testInFirefox(options, 'dolibarr');
    const card = await firefox.openSite(dolibarr.pages.card(MAIN_PARTY));
    await card.waitForFunction(() => document.querySelector('a#calls .badge')?.textContent === '23');
    await card.close();
  });
  afterAll(async () => {
    await firefox?.close();
    await Promise.all([ucm?.close(), dolibarr?.close()]);
  });

  it('the main page of a thirdparty has its last calls, an invoice their number, and both lead to them', async () => {
    const card = await firefox.openSite(dolibarr.pages.card(MAIN_PARTY));
    await card.waitForFunction(
      () => document.querySelector('.calls-for-dolibarr-last')?.shadowRoot?.querySelectorAll('li').length === 2,
    );
    const invoice = await firefox.openSite(dolibarr.pages.invoice(42));
    const link = () =>
      invoice.evaluate(() => {
        const found = document.querySelector('.calls-for-dolibarr-count a');
        return found && [found.textContent?.replace(/\D/g, ''), found.getAttribute('href')];
      });
    await expect.poll(link).toEqual(['23', `${dolibarr.pages.card(MAIN_PARTY)}#calls`]);
    await card.close();
    await invoice.close();
  });

  it('the top menu has an entry of its own', async () => {
    const home = await firefox.openSite(dolibarr.pages.home());
    await home.waitForSelector('#mainmenutd_calls a.tmenulabel');
    await home.close();
  });

  it('the number of a call becomes that of a new contact', async () => {
    const card = await firefox.openSite(`${dolibarr.pages.card(MAIN_PARTY)}#calls`);
    const pressed = (selector: string) =>
      card.waitForFunction(
        (wanted) => {
          const found = document.querySelector('.calls-for-dolibarr')?.shadowRoot?.querySelector<HTMLElement>(wanted);
          found?.click();
          return found !== null && found !== undefined;
        },
        {},
        selector,
      );
    await pressed('[data-line="1"]');
    await pressed('.add-number > .button');
    await card.waitForFunction(() => {
      const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
      const select = panel?.querySelector<HTMLSelectElement>('.add-number select');
      if (!select) return false;
      select.value = 'new';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    });
    await card.waitForFunction(() => {
      const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
      const name = panel?.querySelector<HTMLInputElement>('.add-number input');
      if (!name) return false;
      name.value = 'Martin-Jkl';
      name.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    });
    await pressed('.add-number [type=submit]:not(:disabled)');
    await expect
      .poll(() => [...dolibarr.contacts.values()].find(({ lastname }) => lastname === 'Martin-Jkl'))
      .toMatchObject({ socid: MAIN_PARTY, phone_mobile: '+33639981234' });
    await card.close();
  });

  it('notices are asked for by a press', async () => {
    await options.bringToFront();
    await options.select('#notices-missed', 'always');
    await options.locator('#notices-access').click();
    await options.waitForSelector('#step-notices .access-granted');
  });
});
