import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { LaunchedBrowser } from '../browsers/launch';
import { openCard } from '../e2e/support/card-page';

/** Pictures of every screen, wide and narrow, light and dark, into .output/demo. Returns the folder. */
export async function takeScreenshots(
  browser: LaunchedBrowser,
  cardAddress: string,
  language: string,
): Promise<string> {
  const folder = resolve('.output', 'demo');
  mkdirSync(folder, { recursive: true });
  const page = await browser.context.newPage();

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [1400, 390]) {
      const take = (name: string) => shot(page, join(folder, `${name}-${language}-${scheme}-${width}.png`));
      await page.setViewportSize({ width, height: 900 });
      await page.goto(cardAddress.replace(/#.*$/, ''));
      await page.locator('a#calls .badge').first().waitFor({ state: 'attached' });
      await take('card');
      const card = await openCard(page, cardAddress);
      await page.reload();
      await card.panel.locator('[data-line="0"] .number').waitFor();
      await take('panel');
      await card.panel.locator('[data-line="3"]').click();
      await card.panel.locator('.opened').first().waitFor();
      await take('opened');
      await page.goto(`${cardAddress}?outcome=missed`);
      await page.reload();
      await card.panel.locator('[data-line="0"] .number').waitFor();
      await take('filter');
      await page.goto(browser.pageAddress('options.html'));
      await page.locator('#step-sync').waitFor();
      await shot(page, join(folder, `options-${language}-${scheme}-${width}.png`), true);
    }
    await page.setViewportSize({ width: 360, height: 600 });
    await page.goto(browser.pageAddress('popup.html'));
    await page.locator('a, button').first().waitFor();
    await shot(page, join(folder, `popup-${language}-${scheme}.png`));
  }
  await page.close();
  return folder;
}

async function shot(page: Page, path: string, fullPage = false): Promise<void> {
  await page.screenshot({ path, fullPage, animations: 'disabled' });
}
