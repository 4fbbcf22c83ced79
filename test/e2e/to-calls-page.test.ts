import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { MAIN_PARTY } from '../sim';
import { findings } from './support/axe-findings';
import { openCard } from './support/card-page';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

describe('the page of all calls is reached', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice({ language: 'fr-FR' });
  });
  afterAll(() => office.close());

  const callsPage = async (): Promise<Page> => {
    const find = () => office.browser.context.pages().find((page) => page.url().includes('/calls.html'));
    await expect.poll(find).toBeDefined();
    const page = find();
    if (!page) throw new Error('no page of all calls');
    return page;
  };
  /** “23 appels sur 93” */
  const counted = async (page: Page) =>
    Number(/\d+/.exec((await page.getByText(/^\d+ appels? sur 93$/).textContent()) ?? '')?.[0]);

  it('from each figure of a card, by pointer and keyboard, and counts the same calls', async () => {
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    const figures = card.panel.locator('.figure-all');
    await figures.first().waitFor();
    expect(await figures.count()).toBe(4);
    const said = Number(await figures.first().textContent());
    await figures.first().click();
    const page = await callsPage();
    await expect.poll(() => counted(page)).toBe(said);
    await page.getByRole('button', { name: /Garage Lefèvre$/ }).waitFor();
    expect(await findings(page, 'body')).toEqual([]);

    const missed = Number(await figures.nth(3).textContent());
    await card.page.bringToFront();
    await figures.nth(3).focus();
    await card.page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('outcome=nobody');
    await expect.poll(() => counted(page)).toBe(missed);
    await page.getByRole('button', { name: /Garage Lefèvre$/ }).click();
    await expect.poll(() => page.url()).not.toContain('card=');
    for (const one of [card.page, page]) await one.close();
  });

  it('by a colleague’s link: an address of Dolibarr, which his extension follows once', async () => {
    const page = await office.browser.open(`${office.browser.pageAddress('calls.html')}#/missed?state=closed`);
    await office.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: fr.calls.share }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(fr.calls.shared).waitFor();
    expect(await findings(page, 'body')).toEqual([]);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${office.dolibarr.url}/index.php#all-calls/missed?state=closed`);
    await page.close();

    const theirs = await office.browser.context.newPage();
    await theirs.goto(link);
    const opened = await callsPage();
    await opened.locator('.missed-states a[aria-current]', { hasText: fr.calls.missedState.closed }).waitFor();
    expect(theirs.url()).toBe(`${office.dolibarr.url}/index.php`);
    for (const one of [theirs, opened]) await one.close();
  });
});
