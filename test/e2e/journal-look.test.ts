import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { findings } from './support/axe-findings';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

describe.each([{ dark: false }, { dark: true }])('how the journal looks, dark: $dark', ({ dark }) => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openReadyOffice({ dark, language: 'fr-FR' }, { dark });
    page = await office.browser.open(office.browser.pageAddress('calls.html#/journal'));
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.locator('[data-line="0"] .journal-number').waitFor();
  });
  afterAll(() => office.close());

  const titles = async () => (await page.locator('.journal-titles [role=columnheader]').allTextContents()).slice(1);
  const column = (name: string) => page.locator('.journal-columns').getByLabel(name, { exact: true });

  it('at 1400 px no title or mark of the usual columns is cut', async () => {
    const cut = await page
      .locator('.journal-titles > span, .journal-titles button, .journal-recordings, .journal-outcome')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent));
    expect(cut).toEqual([]);
  });

  it('columns that a person chooses by keyboard stay chosen in another tab', async () => {
    await page.locator('.journal-columns summary').focus();
    await page.keyboard.press('Enter');
    await column(fr.panel.column.ring).focus();
    await page.keyboard.press('Space');
    await page.locator('[data-line="0"] .journal-ring').waitFor();
    await column(fr.panel.column.direction).uncheck();
    await page.locator('[data-line="0"] .journal-direction').waitFor({ state: 'detached' });

    const other = await office.browser.open(office.browser.pageAddress('calls.html#/journal'));
    await other.locator('[data-line="0"] .journal-ring').waitFor();
    expect(await other.locator('[data-line="0"] .journal-direction').count()).toBe(0);
    await other.close();
  });

  it('a view holds filters, order and columns under its name, until it is deleted', async () => {
    await page.locator('.journal-filters').getByLabel(fr.panel.column.outcome, { exact: true }).selectOption('nobody');
    await page.waitForURL(/outcome=nobody/);
    await page.getByRole('button', { name: fr.calls.keepView }).click();
    await page.keyboard.type('Manqués du bureau');
    await page.keyboard.press('Enter');
    const view = page.getByRole('link', { name: 'Manqués du bureau' });
    await view.waitFor();
    expect(await view.getAttribute('aria-current')).toBe('page');
    const held = await titles();

    await page.getByRole('button', { name: fr.panel.clear }).click();
    await page.evaluate(() => location.assign('#/journal'));
    await column(fr.panel.column.talk).uncheck();
    await page.locator('[data-line="0"] .journal-talk').waitFor({ state: 'detached' });

    await page.reload();
    await view.click();
    await page.waitForURL(/outcome=nobody/);
    await page.locator('[data-line="0"] .journal-talk').waitFor({ state: 'attached' });
    expect(await titles()).toEqual(held);
    expect(await findings(page, 'body')).toEqual([]);

    await page.getByRole('button', { name: /Supprimer la vue/ }).click();
    await view.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('[data-line="0"] .journal-number').waitFor();
    expect(await view.count()).toBe(0);
  });
});
