import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN_PARTY } from '../sim';
import { findings } from './support/axe-findings';
import { openCard, scriptHasRun } from './support/card-page';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

const last = '.calls-for-dolibarr-last';
const count = '.calls-for-dolibarr-count';

describe('beside the tab', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice();
  });
  afterAll(() => office.close());

  it('the main page of a thirdparty has its last calls in a line, which leads to all and makes room for them', async () => {
    const card = await openCard(await office.browser.context.newPage(), office.card(MAIN_PARTY));
    await card.page.locator(`${last} li`).first().waitFor();
    expect(await card.page.locator(`${last} li`).count()).toBe(2);
    expect(await card.page.locator(last).textContent()).not.toMatch(/06 39 98/);
    expect(await findings(card.page, last)).toEqual([]);
    await card.page.locator(`${last} a`).click();
    await card.panel.waitFor();
    expect(await card.page.locator(last).isVisible()).toBe(false);
    await card.page.goBack();
    await card.page.locator(last).waitFor();
    await card.page.close();
  });

  it('an invoice has a count that leads to the calls of its thirdparty', async () => {
    const page = await office.browser.context.newPage();
    await page.goto(office.dolibarr.pages.invoice(42));
    const link = page.locator(`${count} a`);
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${office.card(MAIN_PARTY)}#calls`);
    const { tab } = await openCard(await office.browser.context.newPage(), office.card(MAIN_PARTY));
    await tab.locator('.badge').waitFor();
    expect(await link.textContent()).toContain(await tab.locator('.badge').textContent());
    await link.click();
    await page.locator('.calls-for-dolibarr .panel').waitFor();
    await page.close();
  });

  it('the invoice of somebody without calls has none, whatever its page says of whom it is', async () => {
    const page = await office.browser.context.newPage();
    const silent = office.dolibarr.addThirdparty({ name: 'Sans appel' });
    const place = [...office.dolibarr.parties.keys()].indexOf(silent);
    await page.route('**/compta/facture/**', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replaceAll(`socid=${silent}`, `socid=${MAIN_PARTY}`);
      await route.fulfill({ response: answer, body: text });
    });
    await page.goto(office.dolibarr.pages.invoice(42 + place));
    await scriptHasRun(page);
    await expect
      .poll(() => office.dolibarr.requests.some(({ path }) => path.endsWith(`/invoices/${42 + place}`)))
      .toBe(true);
    expect(await page.locator(count).count()).toBe(0);
    await page.close();
  });

  it('a card whose double is to be merged goes on to Dolibarr’s own question, with the token of the page', async () => {
    const page = await office.browser.context.newPage();
    await page.goto(`${office.card(MAIN_PARTY)}#calls-merge`);
    await page.waitForURL(/action=merge/);
    expect(page.url()).not.toContain('#');
    await page.close();
  });

  it('the top menu leads to the page of all calls, once', async () => {
    const page = await office.browser.context.newPage();
    await page.goto(office.dolibarr.pages.home());
    const entry = page.locator('#mainmenutd_calls a.tmenulabel');
    await entry.waitFor();
    const [opened] = await Promise.all([office.browser.context.waitForEvent('page'), entry.press('Enter')]);
    await opened.waitForURL(/calls\.html/);
    await page.bringToFront();
    await entry.click();
    await expect.poll(() => opened.evaluate(() => document.visibilityState)).toBe('visible');
    expect(office.browser.context.pages().filter((one) => one.url().includes('calls.html'))).toHaveLength(1);
    await opened.close();
    await page.close();
  });

  it.each(['&optioncss=print', '&dol_openinpopup=x'])('a page with %s is left alone', async (query) => {
    const page = await office.browser.context.newPage();
    await page.goto(office.card(MAIN_PARTY) + query);
    await scriptHasRun(page);
    expect(await page.locator(`${last}, ${count}, #mainmenutd_calls`).count()).toBe(0);
    await page.close();
  });
});
