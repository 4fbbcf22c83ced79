import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAIN_PARTY } from '../sim';
import { openCard } from './support/card-page';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

let office: Office;

beforeAll(async () => {
  office = await openReadyOffice();
});
afterAll(() => office.close());

it('when the extension is updated under an open card, the tab goes on working without a reload of the page', async () => {
  const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
  await card.panel.locator('[data-line="0"] .number').waitFor();
  // as the browser does when it has fetched a new version
  const extension = await office.browser.open(office.browser.pageAddress('popup.html'));
  const died = extension.waitForEvent('close');
  await extension.evaluate(() => chrome.runtime.reload()).catch(() => undefined); // the page ends with its extension
  await died;
  await card.page.bringToFront();
  await expect.poll(() => card.count(), { timeout: 30_000 }).toBeGreaterThan(15);
  expect(await card.tab.count()).toBe(1);
  await card.panel.locator('[data-line="0"] .number').waitFor();
  await card.panel.locator('[data-line="1"]').click();
  await card.panel.locator('.line-open').waitFor();
});
