import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors, options as texts } from '../../lib/text/fr';
import { MAIN_PARTY } from '../sim';
import { cardOn, openCard } from './support/card-page';
import { type Office, openOffice } from './support/office';
import { type OptionsPage, openOptions } from './support/options-page';
import { sitesOf } from './support/set-up';

describe('setting up by clicks', () => {
  let office: Office;
  let options: OptionsPage;
  const byWorker: string[] = [];

  beforeAll(async () => {
    office = await openOffice();
    office.browser.context.on('request', (request) => {
      if (request.serviceWorker()) byWorker.push(request.url());
    });
    await office.browser.allowSites(sitesOf(office.machines));
    options = await openOptions(office.browser);
  });
  afterAll(() => office.close());

  it('an address with a typing error is refused with words, and nothing is saved', async () => {
    const address = options.page.locator('#step-ucm').getByLabel(texts.ucm.address, { exact: true });
    await address.fill('ftp://pbx');
    await address.blur();
    await options.page.getByText(texts.invalid.address).waitFor();
  });

  it('the UCM’s page pasted fills address and port', async () => {
    await options.fillUcm({ ...office.machines.ucm, url: `${office.machines.ucm.url}/#/cdr` });
    const port = options.page.locator('#step-ucm').getByLabel(texts.ucm.port, { exact: true });
    expect(await port.inputValue()).toBe(String(office.ucm.port));
  });

  it('access is asked for on a click, and then allowed', async () => {
    await options.allow('ucm');
    expect(await options.page.locator('#step-ucm .access').textContent()).toContain('127.0.0.1');
  });

  it('a certificate that nobody accepted is named, with what to do', async () => {
    await options.test('ucm');
    const what = errors['ucm-certificate'].what.replace('{host}', `127.0.0.1:${office.ucm.port}`);
    expect(await options.said('ucm')).toContain(what);
    expect(office.ucm.counters.logins).toBe(0);
  });

  it('once it is accepted in a tab, the connection works', async () => {
    await office.browser.acceptCertificate(`${office.ucm.url}/`);
    await options.page.bringToFront();
    // coming back to the page is enough; where the browser did not say so, there is the button
    const works = options.page.locator('#step-ucm .said-ok');
    if (!(await works.isVisible())) await options.test('ucm');
    await works.waitFor();
  });

  it('is left in the middle and taken up again, whatever the browser ended meanwhile', async () => {
    await options.page.close();
    await office.browser.stopWorker();
    options = await openOptions(office.browser);
    const step = options.page.locator('#step-ucm');
    await step.locator('.access-granted').waitFor();
    expect(await step.getByLabel(texts.ucm.address, { exact: true }).inputValue()).toBe('127.0.0.1');
    expect(await step.getByLabel(texts.ucm.user, { exact: true }).inputValue()).toBe(office.ucm.user);
    await step.getByText(texts.ucm.kept).waitFor();
    expect(await step.locator('.chip').textContent()).toBe(texts.status.ready);
    expect(await options.page.locator('#step-dolibarr .chip').textContent()).toBe(texts.status.todo);
    expect(await options.page.locator('#step-sync').textContent()).toContain(texts.sync.first);
    await options.test('ucm');
    await step.locator('.said-ok').waitFor();
  });

  it('any page of Dolibarr pasted is enough; a wrong key is told from other troubles', async () => {
    await options.fillDolibarr({ url: `${office.dolibarr.url}/societe/list.php?type=c`, key: 'not-the-key' });
    await options.allow('dolibarr');
    await options.test('dolibarr');
    expect(await options.said('dolibarr')).toContain(errors['dolibarr-key'].what);
  });

  it('with the right key the first synchronisation starts by itself, and calls stand on the card', async () => {
    await options.page.locator('#step-dolibarr').getByText(texts.secret.change, { exact: true }).click();
    await options.fillDolibarr(office.machines.dolibarr);
    await options.test('dolibarr');
    await options.page.locator('#step-dolibarr .said-ok').waitFor();
    await options.waitForCalls();
    const card = await openCard(await office.browser.context.newPage(), office.card(MAIN_PARTY));
    await card.tab.locator('.badge').waitFor();
    await card.open();
    await card.panel.locator('[data-line="0"] .number').waitFor();
    expect(await card.count()).toBeGreaterThan(15);
  });

  it('the worker itself never connects to the UCM, whose certificate it may not use', () => {
    expect(byWorker.some((url) => url.startsWith(office.dolibarr.url))).toBe(true);
    expect(byWorker.filter((url) => url.startsWith(office.ucm.url))).toEqual([]);
  });

  it('neither password nor key can be read from the page after saving, nor from what the browser keeps beside the database', async () => {
    const { page } = options;
    await page.reload();
    await page.locator('#step-sync').waitFor();
    const kept = await page.evaluate(async () =>
      JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get(), document.body.innerHTML]),
    );
    expect(kept).not.toContain(office.machines.ucm.password);
    expect(kept).not.toContain(office.machines.dolibarr.key);
  });

  it('when access is taken away, the tab goes and nothing is asked any more', async () => {
    const { page } = options;
    await page.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
    const registered = () => page.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    await expect.poll(registered, { timeout: 20_000 }).toEqual([]);
    const card = cardOn(await office.browser.open(office.card(MAIN_PARTY)));
    await card.page.locator('div.tabs').waitFor();
    expect(await card.page.evaluate(() => performance.getEntriesByName('calls:script'))).toEqual([]);
    expect(await card.tab.count()).toBe(0);
  });
});
