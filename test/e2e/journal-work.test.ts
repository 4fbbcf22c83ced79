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

  it('a million lines are gone through by keyboard to the last one, and it is on the screen', async () => {
    const many = await office.browser.context.newPage();
    // A background with a million calls: the page is the same.
    await many.addInitScript(() => {
      type Message = { data?: { name: string; asked: { offset: number } } };
      type Reply = { res: { answered: { figures: { calls: number }; lines: object[] } } };
      const ask = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<Reply>; // one of its forms
      let sample: object | undefined;
      const reply = async (message: Message): Promise<Reply> => {
        const real = await ask(message);
        if (message.data?.name !== 'own.journal') return real;
        const { answered } = real.res;
        const { offset } = message.data.asked;
        // of pages beyond the real calls there are no lines
        sample ??= answered.lines[0];
        answered.figures.calls = 1_000_000;
        answered.lines = Array.from({ length: 200 }, (_, i) => ({ ...sample, key: `${offset + i}-a` }));
        return real;
      };
      const answer = (message: Message, ...rest: unknown[]): Promise<Reply> | undefined => {
        const told = rest.at(-1);
        if (typeof told !== 'function') return reply(message);
        void reply(message).then((one) => told(one));
        return undefined;
      };
      Object.defineProperty(chrome.runtime, 'sendMessage', { value: answer });
    });
    await many.goto(`${office.browser.pageAddress('calls.html')}#/journal`);
    await many.locator('[data-line="0"] .journal-number').waitFor();
    const onScreen = (line: number) =>
      many.waitForFunction((wanted) => {
        const active = document.activeElement;
        const { top, bottom } = active?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        const known = active?.querySelector('.journal-number') !== null;
        return active?.getAttribute('data-line') === String(wanted) && known && top >= 0 && bottom <= innerHeight + 1;
      }, line);
    await many.locator('[data-line="0"]').focus();
    await many.keyboard.press('End');
    await onScreen(999_999);
    await many.keyboard.press('ArrowUp');
    await onScreen(999_998);
    await many.keyboard.press('PageUp');
    await many.keyboard.press('Home');
    await onScreen(0);
    await many.keyboard.press('ArrowDown');
    await onScreen(1);
    await many.close();
  });
});
