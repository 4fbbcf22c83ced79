import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openCard } from '../e2e/support/card-page';
import type { Office } from '../e2e/support/office';
import { MAIN_PARTY } from '../sim';
import { type DemoLanguage, setUpDemo } from './set-up';

/** Pictures of every screen in both languages, light and dark, wide and narrow. Returns the folder. */
export async function takeAllScreenshots(extension: string): Promise<string> {
  const folder = resolve('.output', 'demo');
  mkdirSync(folder, { recursive: true });
  for (const language of ['fr', 'en'] as const) {
    for (const dark of [false, true]) {
      const office = await setUpDemo({ extension }, { language, dark });
      try {
        await takeScreenshots(office, folder, language, dark);
      } finally {
        await office.close();
      }
    }
  }
  return folder;
}

async function takeScreenshots({ browser, card }: Office, folder: string, language: DemoLanguage, dark: boolean) {
  const page = await browser.context.newPage();
  const address = card(MAIN_PARTY);
  const file = (name: string) => join(folder, `${name}-${language}-${dark ? 'dark' : 'light'}.png`);

  for (const width of [1400, 390]) {
    await page.setViewportSize({ width, height: 1600 });
    const { panel, tab } = await openCard(page, address);
    const firstLine = panel.locator('[data-line="0"] .number');
    await tab.locator('.badge').first().waitFor({ state: 'attached' });
    await take(page, file(`card-${width}`));

    await openPanel(page, `${address}#calls`);
    await firstLine.waitFor();
    await take(page, file(`panel-${width}`));
    await panel.locator('[data-line="1"]').click();
    await panel.locator('.opened').first().waitFor();
    await take(page, file(`opened-${width}`));

    await openPanel(page, `${address}#calls?outcome=missed`);
    await firstLine.waitFor();
    await take(page, file(`filter-${width}`));

    await page.goto(browser.pageAddress('options.html'));
    await page.locator('#step-sync').waitFor();
    await take(page, file(`options-${width}`), true);
  }
  await page.setViewportSize({ width: 360, height: 600 });
  await page.goto(browser.pageAddress('popup.html'));
  await page.locator('a, button').first().waitFor();
  await take(page, file('popup'));
  await page.close();
}

/** With another page between: to the browser, an address that differs after the # alone is the same page. */
async function openPanel(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await openCard(page, address);
}

async function take(page: Page, path: string, fullPage = false): Promise<void> {
  await page.screenshot({ path, fullPage, animations: 'disabled' });
}
