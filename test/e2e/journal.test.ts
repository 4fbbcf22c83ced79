import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { findings } from './support/axe-findings';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

describe.each([{ dark: false }, { dark: true }])('the calls page, dark: $dark', ({ dark }) => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openReadyOffice({ dark, language: 'fr-FR' }, { dark });
  });
  afterAll(() => office.close());

  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  /** Tabs on until the focus is on what is looked for. */
  async function tabTo(selector: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`the Tab key does not lead to ${selector}, it is on ${await focused()}`);
  }
  const counted = async () => Number(/\d+/.exec((await page.locator('.journal-count').textContent()) ?? '')?.[0]);

  it('is opened from the popup, filtered, a call of it opened and left, by keyboard alone', async () => {
    page = await office.browser.open(office.browser.pageAddress('popup.html'));
    await page.locator('.all-calls').waitFor();
    await tabTo('.all-calls');
    const opening = office.browser.context.waitForEvent('page');
    await page.keyboard.press('Enter');
    page = await opening;
    await page.locator('.few a').first().waitFor();
    expect(await page.title()).toContain(fr.calls.overview);

    await tabTo('a[href="#/journal"]');
    await page.keyboard.press('Enter');
    await page.locator('[data-line="0"] .journal-number').waitFor();
    const all = await counted();

    await tabTo('input[type=search]');
    await page.keyboard.type('lefevre');
    await page.waitForURL(/text=lefevre/);
    await page.waitForFunction((before) => {
      const said = document.querySelector('.journal-count')?.textContent ?? '';
      return Number(/\d+/.exec(said)?.[0]) < before;
    }, all);
    const filtered = await counted();
    expect(filtered).toBeGreaterThan(0);
    expect(await page.locator('[role=grid]').getAttribute('aria-rowcount')).toBe(String(filtered + 1));

    await tabTo('[data-line]');
    await page.keyboard.press('End');
    await page.waitForFunction(
      (last) => document.activeElement?.getAttribute('data-line') === last,
      String(filtered - 1),
    );
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-line') === '0');
    const number = await page.locator('[data-line="0"] .journal-number').textContent();
    await page.keyboard.press('Enter');
    await page.locator('.one-call').waitFor();
    expect(await page.locator('.one-who b').textContent()).toBe(number);
    expect(await focused()).toBe(fr.calls.one);

    // a Chromium without a window has no Alt+Left
    await page.goBack();
    await page.locator('[data-line="0"] .journal-number').waitFor();
    expect(await counted()).toBe(filtered);
    expect(await page.locator('input[type=search]').inputValue()).toBe('lefevre');
  });

  it('is for everybody to use', async () => {
    expect(await findings(page, 'body')).toEqual([]);
    await page.locator('[data-line="0"] .journal-when a').click();
    await page.locator('.one-call').waitFor();
    expect(await findings(page, 'body')).toEqual([]);
    await page.goto(office.browser.pageAddress('calls.html'));
    await page.locator('.few a').first().waitFor();
    expect(await findings(page, 'body')).toEqual([]);
  });
});
