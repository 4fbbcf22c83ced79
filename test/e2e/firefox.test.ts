import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedFirefox, launchFirefox } from '../browsers/launch-firefox';
import { createZone, type Dolibarr, MAIN_PARTY, startDolibarr, startUcm, theStory, type Ucm } from '../sim';
import { askInFirefox, setUpInFirefox, testInFirefox } from './support/firefox-set-up';

// Both are named by test/run.ts where there is a Firefox; where there is none these tests are counted as skipped.
const executable = process.env['CALLS_FIREFOX'] ?? '';
const extension = process.env['CALLS_FIREFOX_EXTENSION'] ?? '';
const left = executable === '' || extension === '';

describe.skipIf(left)(left ? 'Firefox: left out, none was found' : 'Firefox', () => {
  let ucm: Ucm;
  let dolibarr: Dolibarr;
  let firefox: LaunchedFirefox | undefined;
  const machines = () => ({
    ucm: { url: ucm.url, user: ucm.user, password: ucm.password },
    dolibarr: { url: dolibarr.url, key: dolibarr.key },
  });

  beforeAll(async () => {
    ucm = await startUcm({ story: theStory({ now: Math.floor(Date.now() / 1000), zone: createZone() }) });
    dolibarr = await startDolibarr({ session: false });
  });
  afterAll(() => Promise.all([ucm.close(), dolibarr.close()]));
  afterEach(() => firefox?.close());

  it('is set up by clicks, and says what a certificate that nobody accepted needs', async () => {
    firefox = await launchFirefox(executable, extension);
    const page = await setUpInFirefox(firefox, machines());
    expect(await testInFirefox(page, 'ucm')).toContain(`certificat de 127.0.0.1:${ucm.port}`);
    expect(await testInFirefox(page, 'dolibarr')).toContain('Dolibarr 23');
    expect(ucm.counters.logins).toBe(0);
  });

  it('reads all calls by its background page and shows them on the card', async () => {
    firefox = await launchFirefox(executable, extension, { certificatesAccepted: true });
    const page = await setUpInFirefox(firefox, machines());
    expect(await testInFirefox(page, 'ucm')).toContain('UCM6302');
    await testInFirefox(page, 'dolibarr');

    const card = await firefox.openSite(`${dolibarr.pages.card(MAIN_PARTY)}#calls`);
    // the count and the list follow the background each by itself; the list has a row for the titles besides
    await card.waitForFunction(() => {
      const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
      const badge = document.querySelector('a#calls .badge')?.textContent;
      return badge === '23' && panel?.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') === '24';
    });
    const popup = await firefox.open('popup.html');
    await popup.waitForFunction(() => document.body.textContent?.includes('Garage Lefèvre'));

    // a recording plays in the background page, which has no worker to be asked part by part
    await askInFirefox(popup, 'own.play', { command: { do: 'volume', volume: 1, muted: true } });
    await card.evaluate(() => {
      const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
      const lines = [...(panel?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
      lines.find((line) => line.querySelector('.cell-marks svg'))?.click();
    });
    await card.waitForFunction(() => {
      const button = document.querySelector('.calls-for-dolibarr')?.shadowRoot?.querySelector('.player button');
      if (button instanceof HTMLElement) button.click();
      return button !== null && button !== undefined;
    });
    const heard = async () => {
      const playing = await askInFirefox(popup, 'own.playing', undefined);
      return playing && { status: playing.status, error: playing.error?.code, duration: playing.duration };
    };
    await expect
      .poll(heard, { timeout: 20_000 })
      .toEqual({ status: 'playing', error: undefined, duration: expect.closeTo(192, 0) });
  });
});
