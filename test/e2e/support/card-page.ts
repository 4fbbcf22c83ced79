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
