import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedFirefox, launchFirefox } from '../browsers/launch-firefox';
import {
  createZone,
  type Dolibarr,
  MAIN_PARTY,
  startDolibarr,
  startUcm,
  theStory,
  tone,
  type Ucm,
  type UcmOptions,
} from '../sim';
import { askInFirefox, setUpInFirefox, testInFirefox } from './support/firefox-set-up';

// Both are named by test/run.ts where there is a Firefox; where there is none these tests are counted as skipped.
const executable = process.env['CALLS_FIREFOX'] ?? '';
const extension = process.env['CALLS_FIREFOX_EXTENSION'] ?? '';
const left = executable === '' || extension === '';

/** The newest recording of the Garage Lefèvre is 3 min 12 s long. */
const seconds = 192;

/** UCMs that do not have the HTTPS API, and what the test of the connection calls them. */
const others: { name: string; said: string; options: UcmOptions }[] = [
  {
    name: 'the old CDR/REC API, its password proven by HTTP Digest',
    said: 'CDR/REC',
    options: { api: 'old', nonceLife: 20 },
  },
  { name: 'the simple REST form, its session in a header', said: 'REST', options: { api: 'rest' } },
  {
    name: 'the simple REST form, its session left to the browser',
    said: 'REST',
    options: { api: 'rest', restCookie: 'header' },
  },
];

describe.skipIf(left).each(others)(
  left ? 'Firefox: left out, none was found' : 'Firefox with $name',
  ({ said, options }) => {
    let ucm: Ucm;
    let dolibarr: Dolibarr;
    let firefox: LaunchedFirefox;

    beforeAll(async () => {
      ucm = await startUcm({ story: theStory({ now: Math.floor(Date.now() / 1000), zone: createZone() }), ...options });
      dolibarr = await startDolibarr({ session: false });
      firefox = await launchFirefox(executable, extension, { certificatesAccepted: true });
    });
    afterAll(async () => {
      await firefox?.close();
      await Promise.all([ucm.close(), dolibarr.close()]);
    });

    it('from the set-up to the calls on a card and the bytes of a recording', async () => {
      const page = await setUpInFirefox(firefox, {
        ucm: { url: ucm.url, user: ucm.user, password: ucm.password },
        dolibarr: { url: dolibarr.url, key: dolibarr.key },
      });
      expect(await testInFirefox(page, 'ucm')).toContain(said);
      await testInFirefox(page, 'dolibarr');

      const card = await firefox.openSite(`${dolibarr.pages.card(MAIN_PARTY)}#calls`);
      await card.waitForFunction(() => {
        const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
        const rows = Number(panel?.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') ?? 0);
        return rows > 15 && document.querySelector('a#calls .badge')?.textContent === String(rows - 1);
      });
      await askInFirefox(page, 'own.play', { command: { do: 'volume', volume: 1, muted: true } });
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
      const received = async () => (await askInFirefox(page, 'own.playing', undefined))?.received;
      await expect.poll(received, { timeout: 30_000 }).toBe(tone(seconds).length);
      expect(ucm.counters.wrongLogins).toBe(0);

      if (options.api !== 'rest' || options.restCookie === 'header') return;
      // the rule is the extension's alone: a page that asks is nobody
      const site = await firefox.openSite(`${ucm.url}/`);
      expect(await site.evaluate(async () => (await fetch('/api/cdr', { credentials: 'include' })).status)).toBe(401);
    });
  },
);
