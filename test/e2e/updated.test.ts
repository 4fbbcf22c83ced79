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
  // what the old script drew must not be taken for the new one's
  await card.page.evaluate(() => {
    for (const old of document.querySelectorAll('a#calls, .calls-for-dolibarr')) old.setAttribute('data-old', '');
  });
  // as the browser does when it has fetched a new version
  await office.browser.reload();
  await card.page.bringToFront();
  await card.page.locator('a#calls:not([data-old]) .badge').waitFor();
  const panel = card.page.locator('.calls-for-dolibarr:not([data-old]) .panel');
  await panel.locator('[data-line="1"] .number').waitFor();
  expect(await card.tab.count()).toBe(1);
  expect(await card.page.locator('.calls-for-dolibarr').count()).toBe(1);
  // a line opened is an answer of the new background
  await panel.locator('[data-line="1"]').click();
  await panel.locator('.opened .course').waitFor();
});
