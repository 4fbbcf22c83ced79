import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

/** A window of 1280 × 1024 at 400 %, which is what WCAG 1.4.10 asks for. */
const ENLARGED = { width: 320, height: 256 };

describe('a window enlarged to 400 %', () => {
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    office = await openReadyOffice({ language: 'fr-FR' });
    page = await office.browser.open(office.browser.pageAddress('calls.html'));
    await page.setViewportSize(ENLARGED);
  });
  afterAll(() => office.close());

  /** What stands beyond the right edge, or is cut off, but for what scrolls by itself: tables, and lists of many columns. */
  const beyond = () =>
    page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      const scrolls = (from: Element): boolean => {
        for (let at: Element | null = from; at; at = at.parentElement)
          if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at !== document.body) return true;
        return false;
      };
      const named = (one: Element) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 30)}`;
      const all = [...document.querySelectorAll('body *')].filter(
        (one) => getComputedStyle(one).clipPath === 'none' && !one.closest('.unseen'),
      );
      const outside = all.filter((one) => {
        const { width, right } = one.getBoundingClientRect();
        return width > 0 && right > edge + 1 && !scrolls(one);
      });
      return [...(document.documentElement.scrollWidth > edge ? ['the page scrolls'] : []), ...outside.map(named)];
    });

  it.each([
    ['#/', '.figures-table, table'],
    ['#/journal', '[data-line="0"]'],
    ['#/missed', '.missed-line'],
    ['#/statistics', '.heat'],
    ['#/unknown', 'main li'],
  ])('shows all of %s one below the other', async (address, ready) => {
    await page.goto(`${office.browser.pageAddress('calls.html')}${address}`);
    await page.locator(ready).first().waitFor();
    expect(await beyond()).toEqual([]);
  });

  it.each([
    ['#/', 'table'],
    ['#/journal', '[data-line="0"]'],
    ['#/missed', '.missed-line'],
    ['#/statistics', '.heat'],
    ['#/unknown', 'main li'],
  ])('cuts nothing off %s in windows of any width', async (address, ready) => {
    await page.goto(`${office.browser.pageAddress('calls.html')}${address}`);
    await page.locator(ready).first().waitFor();
    for (const width of [390, 640, 800, 920, 1000, 1080, 1180]) {
      await page.setViewportSize({ width, height: 800 });
      // the figures stand beside those of the days before, none of them out of sight
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.wide-table:has(> .beside)')].filter((one) => one.scrollWidth > one.clientWidth),
      );
      expect([width, await beyond(), cut.length]).toEqual([width, [], 0]);
    }
    await page.setViewportSize(ENLARGED);
  });

  it('shows what can be done with a missed call', async () => {
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    await page.locator('.missed-do .button').first().click();
    await page.locator('.follow-up textarea').first().waitFor();
    expect(await beyond()).toEqual([]);
  });

  it.each(['options.html', 'popup.html'])('shows all of %s', async (name) => {
    await page.goto(office.browser.pageAddress(name));
    await page
      .locator(name === 'options.html' ? '.step' : '.recent')
      .first()
      .waitFor();
    expect(await beyond()).toEqual([]);
  });

  it('shows the panel on a card no wider than its page', async () => {
    const card = await office.browser.open(`${office.dolibarr.url}/societe/card.php?socid=1#calls`);
    await card.setViewportSize(ENLARGED);
    await card.locator('[role="treegrid"], [role="row"]').first().waitFor();
    const wide = await card
      .locator('[role="row"]')
      .evaluateAll((rows) =>
        rows.filter((row) => row.getBoundingClientRect().right > 321).map((row) => row.textContent),
      );
    expect(wide).toEqual([]);
    await card.close();
  });
});
