import type { Locator, Page } from 'playwright-core';

/** A card of Dolibarr with its Calls tab. */
export interface CardPage {
  page: Page;
  tab: Locator;
  /** number on the tab's badge; 0 when there is none */
  count(): Promise<number>;
  open(): Promise<void>;
  panel: Locator;
}

/** Once the extension's script has run on the page and has had the time of an answer: only then can a tab be missing. */
export async function scriptHasRun(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('calls:script').length > 0);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

export async function openCard(page: Page, address: string): Promise<CardPage> {
  await page.goto(address);
  return cardOn(page);
}

export function cardOn(page: Page): CardPage {
  const tab = page.locator('div.tabs a#calls');
  const panel = page.locator('.calls-for-dolibarr .panel');
  return {
    page,
    tab,
    panel,
    async count() {
      const badge = tab.locator('.badge');
      return (await badge.count()) ? Number(await badge.textContent()) : 0;
    },
    async open() {
      await tab.click();
      await panel.waitFor();
    },
  };
}
