import { afterAll, beforeAll, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { findings } from './support/axe-findings';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

let office: Office;
beforeAll(async () => {
  office = await openReadyOffice({ language: 'fr-FR' });
});
afterAll(() => office.close());

it('a number that nobody has becomes a thirdparty by keyboard alone, and its removal is one press', async () => {
  const { dolibarr } = office;
  const page = await office.browser.open(`${office.browser.pageAddress('calls.html')}#/unknown`);
  // creation is off: nothing is proposed, and everything can be dealt with
  await page.getByText(fr.unknown.off).waitFor();
  await page.locator('.unknown-show input').first().focus();
  await page.keyboard.press('ArrowRight');
  const first = page.locator('.unknown-list > li').first();
  await first.waitFor();
  expect(await findings(page, 'main')).toEqual([]);
  const shots = process.env['CALLS_SHOTS'];
  if (shots) await page.screenshot({ path: `${shots}/unknown.png` });
  const before = dolibarr.parties.size;

  await first.getByRole('button', { name: fr.unknown.create }).focus();
  await page.keyboard.press('Enter');
  const name = page.getByLabel(fr.unknown.name);
  await name.waitFor();
  expect(await name.evaluate((input) => document.activeElement === input)).toBe(true);
  await page.keyboard.type('Fournil Martin');
  if (shots) await page.screenshot({ path: `${shots}/unknown-name.png` });
  await page.keyboard.press('Enter');

  const done = page.locator('.unknown-show input').nth(2);
  await page.getByText(fr.unknown.working).waitFor();
  await expect.poll(() => dolibarr.parties.size, { timeout: 20_000 }).toBe(before + 1);
  const made = [...dolibarr.parties.values()].find((party) => party.name === 'Fournil Martin');
  expect(made).toMatchObject({ client: 2, ref_ext: expect.stringMatching(/^tel-\d+-[0-9a-f]+$/) });
  await done.check();
  await page.getByText('Créé : Fournil Martin').first().waitFor();
  if (shots) {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.screenshot({ path: `${shots}/unknown-done-390.png` });
  }
  await page.getByRole('button', { name: fr.unknown.undo }).first().click();
  await expect.poll(() => dolibarr.parties.size, { timeout: 20_000 }).toBe(before);
}, 120_000);
