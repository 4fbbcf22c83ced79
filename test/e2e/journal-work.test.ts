import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { findings } from './support/axe-findings';
import { bringForward, type Office } from './support/office';
import { openReadyOffice } from './support/ready-office';
import { askState } from './support/state';

describe('with the calls of the journal', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openReadyOffice({ language: 'fr-FR' });
    page = await office.browser.open(`${office.browser.pageAddress('calls.html')}#/journal?direction=in&sort=talk`);
    await page.locator('[data-line="0"] .journal-number').waitFor();
  });
  afterAll(() => office.close());

  const counted = async () => Number(/\d+/.exec((await page.locator('.journal-count').textContent()) ?? '')?.[0]);
  const talks = async () =>
    (await page.locator('[data-line] .journal-talk').allTextContents()).map((text) =>
      text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
    );

  it('a press on a column puts them in its order, and the address keeps it', async () => {
    const long = await talks();
    expect(long.slice(0, 5)).toEqual([...long].sort((a, b) => b - a).slice(0, 5));
    await page.getByRole('button', { name: fr.panel.column.talk }).click();
    await page.waitForURL(/sort=talk-up/);
    expect(await page.locator('[aria-sort=ascending]').textContent()).toContain(fr.panel.column.talk);
    await page.goBack();
  });

  it('exactly those of the filter are exported', async () => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: fr.calls.exportCsv }).click();
    const file = await (await saving).path();
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength((await counted()) + 1);
    expect(lines.slice(1).every((line) => line.split(';')[1] === fr.call.direction.in)).toBe(true);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: fr.calls.exportXlsx }).click();
    expect((await saved).suggestedFilename()).toMatch(/^appels-\d{4}-\d\d-\d\d\.xlsx$/);
  });

  it('those selected by keyboard are deleted, and stay gone after the next reading and in another tab', async () => {
    const before = await counted();
    const other = await office.browser.open(`${office.browser.pageAddress('calls.html')}#/journal?direction=in`);
    await other.locator('[data-line="0"] .journal-number').waitFor();
    await page.bringToFront();
    await page.locator('[data-line="0"]').focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: fr.calls.deleteOne }).click();
    await page.getByRole('dialog').waitFor();
    expect(await findings(page, 'body')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const fewer = (wanted: number) =>
      Number(/\d+/.exec(document.querySelector('.journal-count')?.textContent ?? '')?.[0]) === wanted;
    await page.waitForFunction(fewer, before - 2);
    await other.bringToFront();
    await other.waitForFunction(fewer, before - 2);
    await other.close();
    const told = (await askState(page)).lastSuccess;
    await bringForward(office, 'sync');
    await expect.poll(async () => (await askState(page)).lastSuccess, { timeout: 30_000 }).toBeGreaterThan(told);
    await page.reload();
    await page.locator('[data-line="0"] .journal-number').waitFor();
    expect(await counted()).toBe(before - 2);
  });
});
