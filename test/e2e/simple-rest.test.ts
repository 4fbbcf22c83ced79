import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors, options as texts, player as words } from '../../lib/text/fr';
import { MAIN_PARTY, tone } from '../sim';
import { findings } from './support/axe-findings';
import { type CardPage, openCard } from './support/card-page';
import { type Office, openOffice } from './support/office';
import { type OptionsPage, openOptions } from './support/options-page';
import { askPlaying, playButton, soundOff } from './support/player';
import { setUp, sitesOf } from './support/set-up';

/** The newest recording of the Garage Lefèvre is 3 min 12 s long. */
const seconds = 192;

/** Everything but the tests of the machines. */
async function fillIn(office: Office): Promise<OptionsPage> {
  const { browser, machines } = office;
  await browser.allowSites(sitesOf(machines));
  const options = await openOptions(browser);
  await options.fillUcm(machines.ucm);
  await options.allow('ucm');
  await browser.acceptCertificate(`${machines.ucm.url}/`);
  await options.fillDolibarr(machines.dolibarr);
  await options.allow('dolibarr');
  return options;
}

/** While the extension starts again its pages are none, or dead. */
async function openOnceStarted(office: Office): Promise<OptionsPage> {
  for (let tried = 0; tried < 10; tried += 1) {
    const options = await openOptions(office.browser).catch(() => undefined); // tried again
    const alive = options?.page.locator('#step-ucm').waitFor({ timeout: 2000 });
    if (
      options &&
      (await alive?.then(
        () => true,
        () => false,
      ))
    )
      return options;
    await options?.page.close();
  }
  throw new Error('The extension did not start again.');
}

const logins = ({ ucm }: Office) => ucm.requests.filter(({ path }) => path === '/api/login').length;

describe('a gateway that has only the simple REST form', () => {
  let office: Office;
  let options: OptionsPage;
  let card: CardPage;

  beforeAll(async () => {
    office = await openOffice({}, {}, { api: 'rest' });
    // puts Chromium into the mode in which an unpacked extension comes back when it starts itself again
    await office.browser.reload();
    options = await fillIn(office);
  });
  afterAll(() => office?.close());

  it('wants its session in a header: the page says what is missing and offers it', async () => {
    await options.test('ucm');
    expect(await options.said('ucm')).toContain(errors['ucm-cookie-header'].what.slice('{host} '.length));
    expect(logins(office)).toBe(1);
    const help = options.page.locator('#ucm-cookie-header');
    expect(await findings(options.page, 'body')).toEqual([]);
    await help.click();
    await options.page.getByText(texts.ucm.cookieHeader.given).waitFor();
    await help.click();
    // its tab is closed, or an empty one
    const { page } = options;
    await expect.poll(() => page.isClosed() || !page.url().includes('options.html'), { timeout: 10_000 }).toBe(true);
    options = await openOnceStarted(office);
    await options.test('ucm');
    await options.page.locator('#step-ucm .said-ok').waitFor();
    expect(await options.page.locator('#step-ucm .said-ok').textContent()).toContain('REST');
    expect(await help.count()).toBe(0);
    expect(logins(office)).toBe(2);
    expect(office.ucm.counters.wrongLogins).toBe(0);
  });

  it('has its calls on the card, read with the session that the test opened', async () => {
    await options.test('dolibarr');
    await options.page.locator('#step-dolibarr .said-ok').waitFor();
    await options.waitForCalls();
    card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    await card.panel.locator('[data-line="0"] .number').waitFor();
    expect(await card.count()).toBeGreaterThan(15);
    expect(logins(office)).toBe(2);
  });

  it('has a recording that plays to its last byte', async () => {
    const own = options.page;
    await soundOff(own);
    const line = card.panel.locator('[data-line]', { has: card.page.locator('.cell-marks svg') }).first();
    await line.waitFor();
    if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
    const player = card.panel.getByRole('region', { name: words.recordings });
    await playButton(player).click();
    await expect.poll(async () => (await askPlaying(own))?.received, { timeout: 30_000 }).toBe(tone(seconds).length);
    expect(office.ucm.requests.some(({ path }) => path.startsWith('/api/recording?file='))).toBe(true);
    expect(logins(office)).toBe(2);
  });

  it('hears its session from the extension alone: a page that asks is nobody', async () => {
    const page = await office.browser.open(`${office.ucm.url}/`);
    const status = await page.evaluate(async () => (await fetch('/api/cdr', { credentials: 'include' })).status);
    expect(status).toBe(401);
    await page.close();
  });

  it('hears it no more once another way of asking was chosen', async () => {
    const rules = () =>
      options.page.evaluate(async () => (await chrome.declarativeNetRequest.getSessionRules()).length);
    expect(await rules()).toBe(1);
    const dialect = options.page.locator('#step-ucm').getByLabel(texts.ucm.dialect, { exact: true });
    await dialect.selectOption('https');
    await expect.poll(rules).toBe(0);
  });
});

describe('a gateway that leaves its session to the browser', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({}, {}, { api: 'rest', restCookie: 'header', restNames: 'second', restWrapper: 'array' });
  });
  afterAll(() => office?.close());

  it('is set up without any permission more', async () => {
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    await card.panel.locator('[data-line="0"] .number').waitFor();
    expect(await card.count()).toBeGreaterThan(15);
    expect(logins(office)).toBe(1);
  });
});
