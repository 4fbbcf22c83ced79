import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { findings } from './support/axe-findings';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

describe.each([{ dark: false }, { dark: true }])('what the journal is filtered by, dark: $dark', ({ dark }) => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openReadyOffice({ dark, language: 'fr-FR' }, { dark });
    page = await office.browser.open(office.browser.pageAddress('calls.html#/journal'));
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.locator('[data-line="0"] .journal-number').waitFor();
  });
  afterAll(() => office.close());

  const field = (by: keyof typeof fr.statistics.by) =>
    page.getByRole('combobox', { name: by === 'party' ? fr.calls.whichParty : fr.statistics.by[by], exact: true });
  /** The calls of the option that is chosen next. */
  const callsOf = async (selector: string) =>
    Number((await page.locator(`${selector} .choice-calls`).textContent())?.replace(/\D/g, ''));
  const untilCounted = (calls: number) =>
    page.waitForFunction((wanted) => {
      const said = document.querySelector('.journal-count')?.textContent ?? '';
      return Number(/\d+/.exec(said)?.[0]) === wanted;
    }, calls);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

  it('a trunk is chosen by keyboard alone, lists as many calls as were said, and is taken away again', async () => {
    await page.locator('.more-filters summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 5 && (await focused()) !== fr.statistics.by.trunk; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(fr.statistics.by.trunk);
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=option][aria-selected=true]').waitFor();
    const calls = await callsOf('[role=option][aria-selected=true]');
    const name = await page.locator('[role=option][aria-selected=true] span').first().textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(/trunk=/);
    await untilCounted(calls);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    const mark = page.locator('.narrowing');
    expect(await mark.textContent()).toContain(name);
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/journal$/);
    expect(await focused()).toBe(fr.calls.search);
  });

  it('whoever goes through the lines below the filters by the arrows sees the line that has the focus', async () => {
    await page.locator('[data-line="0"]').focus();
    for (let line = 1; line <= 25; line++) {
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction((wanted) => {
        const { activeElement: active } = document;
        const { top = -1, bottom = Number.POSITIVE_INFINITY } = active?.getBoundingClientRect() ?? {};
        return active?.getAttribute('data-line') === String(wanted) && top > -1 && bottom < window.innerHeight + 1;
      }, line);
    }
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-line') === '0');
  });

  it('a thirdparty is found by typing without accents and chosen by Enter; back leads to the list before', async () => {
    await field('party').click();
    await page.keyboard.type('lefevre');
    await page.keyboard.press('Enter');
    await page.waitForURL(/party=thirdparty/);
    await page.locator('.narrowing', { hasText: 'Lefèvre' }).waitFor();
    await page.goBack();
    await page.waitForURL(/#\/journal$/);
  });

  it('each of the five lists what calls have, by the pointer, and what is chosen has just as many', async () => {
    for (const by of ['extension', 'through', 'did', 'trunk', 'party'] as const) {
      await field(by).click();
      await page.locator('[role=option]').nth(1).waitFor();
      expect(await findings(page, 'body')).toEqual([]);
      const calls = await callsOf('[role=option]:nth-child(2)');
      await page.locator('[role=option]').nth(1).click();
      await page.waitForURL(new RegExp(`${by}=`));
      await untilCounted(calls);
      await page.locator('.narrowing').click();
      await page.waitForURL(/#\/journal$/);
    }
  });

  it('the trunk is a column for who wants it, and stands in the opened call', async () => {
    expect(await page.locator('.journal-trunk').count()).toBe(0);
    await page.locator('.journal-columns summary').click();
    await page.locator('.journal-columns').getByLabel(fr.statistics.by.trunk, { exact: true }).check();
    const line = page.locator('[data-line]').filter({ has: page.locator('.journal-trunk', { hasText: /./ }) });
    const name = (await line.first().locator('.journal-trunk').textContent()) ?? '';
    await line.first().locator('.journal-when a').click();
    await page.locator('.one-facts dd', { hasText: name }).first().waitFor();
    await page.goBack();
    await page.locator('[data-line="0"]').waitFor();
  });

  it('at 390 px the lists stay within the window', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const more = page.locator('.more-filters');
    if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
    for (const by of ['did', 'party'] as const) {
      await field(by).click();
      await page.locator('[role=option]').first().waitFor();
      const box = await page.locator('.choices').boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 390, by).toBe(true);
      await page.keyboard.press('Escape');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
