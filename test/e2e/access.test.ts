import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN_PARTY } from '../sim';
import { findings } from './support/axe-findings';
import { openCard } from './support/card-page';
import { type Office, openOffice } from './support/office';
import { askPlaying, soundOff } from './support/player';
import { setUp } from './support/set-up';

describe.each([{ dark: false }, { dark: true }])('for everybody to use, dark: $dark', ({ dark }) => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice({ dark }, { session: false, dark });
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    page = options.page;
  });
  afterAll(() => office.close());

  it('the options page', async () => {
    expect(await findings(page, 'body')).toEqual([]);
  });

  it('the options page with a file of settings looked at and a question asked', async () => {
    const text = JSON.stringify({ version: 2, sync: { minutes: 5, days: 0 } });
    const file = { name: 'bureau.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.setInputFiles('#settings-file input[type=file]', file);
    await page.locator('.preview table').waitFor();
    await page.locator('#number-data').fill('01 99 00 47 12');
    await page.keyboard.press('Enter');
    await page.locator('#personal-data form .test-buttons button').last().click();
    await page.locator('#personal-data [role=alertdialog]').waitFor();
    expect(await findings(page, 'body')).toEqual([]);
  });

  it('the popup', async () => {
    const popup = await office.browser.open(office.browser.pageAddress('popup.html'));
    await popup.locator('a, button').nth(2).waitFor();
    expect(await findings(popup, 'body')).toEqual([]);
  });

  it('the panel, a line of it open', async () => {
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    await card.panel.locator('[data-line="1"] .number').waitFor();
    await card.panel.locator('[data-line="1"]').click();
    await card.panel.locator('.line-open').waitFor();
    expect(await findings(card.page, '.calls-for-dolibarr')).toEqual([]);
  });

  it('the player, while a recording plays, when it cannot be had, and the bar on another card', async () => {
    await soundOff(page);
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    const recorded = card.panel.locator('[data-line]', { has: card.page.locator('.cell-marks svg') });
    const play = card.panel.getByRole('button', { name: /^(?:Écouter|Mettre en pause)/ }).first();
    await recorded.first().click();
    await play.click();
    await card.panel.locator('.player-keys summary').click();
    await expect.poll(async () => (await askPlaying(page))?.status, { timeout: 15_000 }).toBe('playing');
    expect(await findings(card.page, '.calls-for-dolibarr')).toEqual([]);

    await card.page.goto(office.card(2));
    await card.page.locator('.calls-for-dolibarr-bar').getByRole('region').waitFor();
    expect(await findings(card.page, '.calls-for-dolibarr-bar')).toEqual([]);

    office.ucm.refuse('recapi');
    const again = await openCard(card.page, `${office.card(MAIN_PARTY)}#calls`);
    await again.panel
      .locator('[data-line]', { has: card.page.locator('.cell-marks svg') })
      .nth(1)
      .click();
    await again.panel.locator('.player-main').last().click();
    await again.panel.locator('.player .notice').waitFor();
    expect(await findings(again.page, '.calls-for-dolibarr')).toEqual([]);
  });
});
