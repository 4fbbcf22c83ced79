import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { options as texts, player as words } from '../../lib/text/fr';
import { MAIN_PARTY, tone } from '../sim';
import { type CardPage, openCard } from './support/card-page';
import { type Office, openOffice } from './support/office';
import type { OptionsPage } from './support/options-page';
import { askPlaying, elementAt, playButton, soundOff } from './support/player';
import { setUp } from './support/set-up';

/** The newest recording of the Garage Lefèvre is 3 min 12 s long. */
const seconds = 192;

describe('a UCM that has only the old CDR/REC API', () => {
  let office: Office;
  let options: OptionsPage;
  let card: CardPage;

  beforeAll(async () => {
    office = await openOffice({}, {}, { api: 'old', nonceLife: 20 });
    office.ucm.add('3h ago in 0639981234 "Garage Lefèvre" → 203 rang 20s → 203 voicemail 14s');
    options = await setUp(office.browser, {
      ...office.machines,
      ucm: { ...office.machines.ucm, url: `${office.ucm.url}/#/cdr` },
    });
    await options.waitForCalls();
    card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
  });
  afterAll(() => office?.close());

  it('is found out from its pasted address, and the test says what it is', async () => {
    expect(await options.page.locator('#step-ucm .said-ok').textContent()).toContain('CDR/REC');
    const dialect = options.page.locator('#step-ucm').getByLabel(texts.ucm.dialect, { exact: true });
    expect(await dialect.inputValue()).toBe('auto');
  });

  it('costs no try to log in', () => {
    expect(office.ucm.counters).toMatchObject({ wrongLogins: 0, logins: 0 });
    expect(office.ucm.requests.some(({ action }) => action === 'login')).toBe(false);
  });

  it('has its calls on the card', async () => {
    await card.panel.locator('[data-line="0"] .number').waitFor();
    expect(await card.count()).toBeGreaterThan(15);
  });

  it('has a recording that plays to its last byte', async () => {
    const own = options.page;
    await soundOff(own);
    const line = card.page
      .locator('.calls-for-dolibarr [data-line]', { has: card.page.locator('.cell-marks svg') })
      .first();
    await line.waitFor();
    if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
    const player = card.page.locator('.calls-for-dolibarr').getByRole('region', { name: words.recordings });
    await playButton(player).click();
    await expect.poll(async () => (await askPlaying(own))?.status, { timeout: 15_000 }).toBe('playing');
    await expect.poll(() => elementAt(own), { timeout: 15_000 }).toBeGreaterThan(1);
    await expect.poll(async () => (await askPlaying(own))?.received, { timeout: 30_000 }).toBe(tone(seconds).length);
    expect(
      office.ucm.requests.filter(({ action }) => action === 'recapi').every(({ method }) => method === 'GET'),
    ).toBe(true);
    expect(office.ucm.counters.wrongLogins).toBe(0);
  });

  it('has the message that was left, which plays like a recording', async () => {
    await card.panel
      .locator('[data-line]', { hasText: /messagerie/i })
      .first()
      .click();
    const player = card.panel.getByRole('region', { name: words.recordings });
    await playButton(player).click();
    await expect.poll(async () => (await askPlaying(options.page))?.duration, { timeout: 15_000 }).toBe(14);
    expect(await card.panel.getByText('boîte vocale').count()).toBe(0);
  });
});
