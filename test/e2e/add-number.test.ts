import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAIN_PARTY } from '../sim';
import { findings } from './support/axe-findings';
import { openCard } from './support/card-page';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

let office: Office;
beforeAll(async () => {
  office = await openReadyOffice();
});
afterAll(() => office.close());

it('the number of a call becomes that of a new contact by keyboard alone, and counts as his at once', async () => {
  const { dolibarr } = office;
  const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
  const { page, panel } = card;
  const line = panel.locator('[data-line="1"]');
  await line.locator('.number').waitFor();
  await line.focus();
  await page.keyboard.press('Enter');
  const opener = panel.locator('.add-number > .button');
  await opener.waitFor();
  await opener.focus();
  await page.keyboard.press('Enter');
  const select = panel.locator('.add-number select');
  await select.waitFor();
  await page.keyboard.press('End');
  await expect.poll(() => select.inputValue()).toBe('new');
  const shots = process.env['CALLS_SHOTS'];
  if (shots) await page.screenshot({ path: `${shots}/add-number.png` });
  expect(await findings(page, '.calls-for-dolibarr')).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Martin-Jkl');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Hugo');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => [...dolibarr.contacts.values()].find(({ lastname }) => lastname === 'Martin-Jkl'), { timeout: 20_000 })
    .toMatchObject({ socid: MAIN_PARTY, firstname: 'Hugo', phone_mobile: '+33639981234' });
  await panel.locator('.opened-why', { hasText: 'Hugo Martin-Jkl' }).waitFor();
  if (shots) await page.screenshot({ path: `${shots}/add-number-done.png` });
  await page.close();
}, 120_000);
