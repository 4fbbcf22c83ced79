import { afterAll, beforeAll, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { askFrom } from './support/ask';
import { openCard } from './support/card-page';
import { type Office, openOffice } from './support/office';
import { setUp } from './support/set-up';
import { askState, untilSynchronised } from './support/state';

/** Each failure as a salesperson meets it on a card: what is said there, and its button pressed. */

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const options = await setUp(office.browser, office.machines);
  await options.waitForCalls();
  // The one that opened by itself at the first start as well: a button brings that to the front instead of a new one.
  await office.browser.open('about:blank');
  for (const page of office.browser.context.pages()) if (page.url().includes('/options.html')) await page.close();
});
afterAll(() => office.close());

it('access to the UCM was taken away: the card leads to the options, and one click there has the calls read again', async () => {
  const { browser, ucm } = office;
  const helper = await browser.open(browser.pageAddress('popup.html'));
  const origin = `https://${new URL(ucm.url).hostname}/*`;
  expect(await helper.evaluate((site) => chrome.permissions.remove({ origins: [site] }), origin)).toBe(true);
  await askFrom(helper, 'own.sync', undefined);
  await expect.poll(async () => (await askState(helper)).phase).toBe('stopped');

  const card = await openCard(await browser.context.newPage(), `${office.card(1)}#calls`);
  await card.panel.waitFor();
  const notice = card.panel.getByRole('alert');
  await notice.getByText('Le navigateur ne permet pas à l’extension').waitFor();
  const opening = browser.context.waitForEvent('page');
  await notice.getByRole('button', { name: fr.common.openOptions }).click();
  const options = await opening;
  await options.locator('#ucm-access').click();
  await expect.poll(async () => (await askState(helper)).error, { timeout: 20_000 }).toBeUndefined();
  await untilSynchronised(helper);
  await notice.waitFor({ state: 'detached' });
  await options.close();
  await helper.close();
  await card.page.close();
});

it('Dolibarr did not answer: the card keeps its calls, and “try again” reads the names anew', async () => {
  const { browser, dolibarr } = office;
  const helper = await browser.open(browser.pageAddress('popup.html'));
  for (const path of ['thirdparties', 'contacts', 'status', 'setup/modules', 'users/info']) {
    dolibarr.faults.add(`GET /api/index.php/${path}`, { kind: 'drop' }, 100);
  }
  const card = await openCard(await browser.context.newPage(), `${office.card(1)}#calls`);
  await card.panel.locator('[data-line]').first().waitFor();
  await card.panel.getByRole('button', { name: fr.common.sync }).first().click();
  const notice = card.panel.getByRole('alert');
  await notice.getByText('est injoignable').waitFor();
  expect(await card.panel.locator('[data-line]').count()).toBeGreaterThan(0);

  dolibarr.faults.clear();
  await notice.getByRole('button', { name: fr.common.retry }).click();
  await notice.waitFor({ state: 'detached' });
  expect((await untilSynchronised(helper)).directory.parties).toBeGreaterThan(0);
  await card.page.close();
  await helper.close();
});

it('the UCM has banned this computer: the popup says what is not known and why, and leads to the options', async () => {
  const { browser, ucm } = office;
  const helper = await browser.open(browser.pageAddress('popup.html'));
  ucm.faults.add('cdrapi', { kind: 'status', status: -68, response: { remain_time: 280 } }, 100);
  await askFrom(helper, 'own.sync', undefined);
  await expect.poll(async () => (await askState(helper)).error?.code).toBe('ucm-banned');
  await helper.reload();
  await helper.getByRole('alert').getByText('banni').waitFor();
  await helper.locator('details.behind summary').click();
  // what was asked for and refused, or, where the run ended before it came to that, what was not asked for
  await helper
    .getByText(/échec du dernier essai|pas encore demandé/)
    .first()
    .waitFor();
  const opening = browser.context.waitForEvent('page');
  await helper.getByRole('alert').getByRole('button', { name: fr.common.openOptions }).click();
  await (await opening).locator('#step-ucm').waitFor();
  ucm.faults.clear();
});
