import { afterAll, beforeAll, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { findings } from './support/axe-findings';
import { bringForward, type Office } from './support/office';
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

it('several are made at once, after a count, and taken back by one press, by keyboard alone', async () => {
  const { dolibarr } = office;
  const page = await office.browser.open(`${office.browser.pageAddress('calls.html')}#/unknown`);
  await page.locator('.unknown-show input').nth(1).check();
  await page.locator('.unknown-list > li').nth(1).waitFor();
  const before = dolibarr.parties.size;
  for (const n of [0, 1]) {
    await page.locator('.unknown-pick').nth(n).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: fr.unknown.createMany }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/2 prospects seront créés/).waitFor();
  expect(await findings(page, 'main')).toEqual([]);
  expect(dolibarr.parties.size).toBe(before);
  await page.getByRole('button', { name: 'Créer 2 tiers' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/2 tiers créés/).waitFor();
  expect(dolibarr.parties.size).toBe(before + 2);
  expect(await findings(page, 'main')).toEqual([]);
  await page.getByRole('button', { name: 'Annuler pour ces 2' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/2 décisions annulées/).waitFor();
  expect(dolibarr.parties.size).toBe(before);
  await page.close();
}, 120_000);

it('from one call of a number that nobody has, it is attached to a party found by name, and the call is its', async () => {
  office.ucm.add('3m ago in 0465719876 "Nouveau" → 203 answered 1m');
  await bringForward(office, 'sync');
  const page = await office.browser.open(`${office.browser.pageAddress('calls.html')}#/journal?text=0465719876`);
  await page.locator('[data-line="0"]').waitFor();
  await page.locator('[data-line="0"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: fr.unknown.attach }).click();
  const find = page.getByLabel(fr.unknown.find);
  await expect.poll(() => find.evaluate((field) => document.activeElement === field)).toBe(true);
  await page.keyboard.type('garn');
  await page.getByRole('button', { name: /^Transports Garnier$/ }).click();
  await expect
    .poll(() => {
      const party = [...office.dolibarr.parties.values()].find(({ name }) => name === 'Transports Garnier');
      return [party?.phone, party?.phone_mobile].join(' ');
    })
    .toMatch(/\+33\d{9}/);
  await page.locator('.one-call').getByText('Transports Garnier').first().waitFor();
  await page.close();
});
