import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMomentReference } from '../../lib/calls/moment';
import { notes, panel as panelWords, player as words } from '../../lib/text/fr';
import { type CardPage, cardOn, openCard } from './support/card-page';
import { type Office, openOffice } from './support/office';
import { askPlaying, elementAt, playButton, soundOff } from './support/player';
import { setUp } from './support/set-up';
import { untilSynchronised } from './support/state';

/** Garage Lefèvre; its newest recording is 3 min 12 s long. */
const PARTY = 1;

let office: Office;
/** a page of the extension: it can ask what plays */
let own: Page;
let card: CardPage;
/** the link in the event */
let href = '';

beforeAll(async () => {
  office = await openOffice();
  const options = await setUp(office.browser, office.machines);
  await options.waitForCalls();
  await untilSynchronised(options.page);
  own = options.page;
  await soundOff(own);
  card = await openCard(await office.browser.context.newPage(), `${office.card(PARTY)}#calls`);
});
afterAll(() => office.close());

const status = async () => (await askPlaying(own))?.status;

it('the present position goes into the note by keyboard, and the event in Dolibarr leads to it', async () => {
  const { panel, page } = card;
  await panel
    .locator('[data-line]', { has: page.locator('.cell-marks .sign-recording') })
    .first()
    .click();
  const player = panel.getByRole('region', { name: words.recordings });
  await playButton(player).click();
  await expect.poll(status).toBe('playing');
  await player.getByRole('slider').first().press('ArrowRight');
  const insert = panel.getByRole('button', { name: notes.insertMomentInto.replace('{field}', notes.field.public) });
  await insert.focus();
  await page.keyboard.press('Enter');
  const field = panel.locator('.note-public textarea');
  await expect.poll(() => field.inputValue()).toMatch(/^\d\d:\d\d $/);
  await expect.poll(() => field.evaluate((area) => area.matches(':focus'))).toBe(true);
  await page.keyboard.type('veut le bleu, 01:12 le prix');
  await page.keyboard.press('Tab');
  await panel.locator('.note-event').waitFor();
  const leads = (): string => {
    const [event] = [...office.dolibarr.events.values()].filter(({ ref_ext }) => ref_ext.startsWith('ucm:'));
    return /href="([^"]*\.72)">01:12<\/a> le prix/.exec(event?.note ?? '')?.[1] ?? '';
  };
  // the position alone may have been sent before, when the field was left for the button
  await expect.poll(leads).not.toBe('');
  href = leads();
  expect(readMomentReference(href.split('?play=')[1] ?? '')).toMatchObject({ n: 0, at: 72 });
});

it('a moment that is pressed in the panel plays from there', async () => {
  await card.panel.getByRole('button', { name: notes.playMoment.replace('{moment}', '01:12') }).click();
  await expect.poll(() => elementAt(own)).toBeGreaterThan(72);
  expect(await elementAt(own)).toBeLessThan(90);
});

it('pressed in the event in Dolibarr, it opens the card at this call and plays from there', async () => {
  await card.panel.getByRole('button', { name: words.stop, exact: true }).first().click();
  await expect.poll(status).toBeUndefined();
  const { page } = card;
  await page.goto(office.dolibarr.pages.invoice(1));
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.id = 'moment';
    link.href = to;
    link.textContent = '01:12';
    document.body.prepend(link);
  }, href);
  await page.locator('#moment').click();
  const linked = cardOn(page).panel.locator('.linked');
  await linked.getByRole('region', { name: words.recordings }).waitFor();
  await expect.poll(status).toBe('playing');
  await expect.poll(() => elementAt(own)).toBeGreaterThan(72);
  // the address is that of the tab again: coming back does not play it once more
  expect(new URL(page.url()).hash).toBe('#calls');
});

it('from elsewhere it shows the call, and plays when the person says so', async () => {
  const { page } = card;
  await cardOn(page).panel.locator('.linked').getByRole('button', { name: words.stop, exact: true }).first().click();
  await expect.poll(status).toBeUndefined();
  await page.goto('about:blank');
  await page.goto(new URL(href, office.dolibarr.url).href);
  const linked = cardOn(page).panel.locator('.linked');
  const play = linked.getByRole('button', { name: panelWords.playFrom.replace('{moment}', '01:12') });
  await play.waitFor();
  expect(await status()).toBeUndefined();
  await play.click();
  await expect.poll(status).toBe('playing');
  await linked.getByRole('button', { name: panelWords.linkedClose }).click();
  await linked.waitFor({ state: 'detached' });
});
