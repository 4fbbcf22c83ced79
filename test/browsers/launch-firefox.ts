import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { withPolicy } from './policy';
import { removeProfile } from './remove-profile';

export interface LaunchedFirefox {
  /** a page of the extension: `options.html` */
  open(page: string): Promise<Page>;
  openSite(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** As wxt.config.ts names the extension, and an address of our own for its pages, which Firefox else makes up. */
const id = 'calls@calls-for-dolibarr.example';
const host = '6d1f0f5e-8a52-4c3b-9d52-2f0f8f6f2b11';

/**
 * A headless Firefox with the extension in the folder `extension`, driven over WebDriver BiDi. It has no way to click
 * through Firefox's warning: `certificatesAccepted` stands for a person who has. `policy`: an administrator's for the
 * extension; needs `canPlayPolicy` (./policy).
 */
export async function launchFirefox(
  executablePath: string,
  extension: string,
  { certificatesAccepted = false, policy }: { certificatesAccepted?: boolean; policy?: object } = {},
): Promise<LaunchedFirefox> {
  const managed =
    policy && withPolicy('firefox', executablePath, { policies: { '3rdparty': { Extensions: { [id]: policy } } } });
  const profile = mkdtempSync(join(tmpdir(), 'calls-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: managed?.wrapper ?? executablePath,
    headless: true,
    userDataDir: profile,
    acceptInsecureCerts: certificatesAccepted,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.accept_languages': 'fr-FR',
    },
  });
  await browser.installExtension(extension);
  await welcomed(browser);
  return {
    async open(path) {
      const page = await browser.newPage();
      // An extension's page never tells BiDi that it was loaded: what is looked for on it is waited for.
      await page.goto(`moz-extension://${host}/${path}`, { waitUntil: [] });
      return page;
    },
    async openSite(address) {
      const page = await browser.newPage();
      await page.goto(address);
      return page;
    },
    async close() {
      await browser.close();
      managed?.remove();
      await removeProfile(profile);
    },
  };
}

/**
 * A new extension opens its options page by itself, and Firefox takes whatever blank tab is in front for it: a tab of a test
 * that was opened at that moment would wait for its own page for ever. BiDi goes on calling that tab blank; its page does not.
 */
async function welcomed(browser: Browser): Promise<void> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    const places = await Promise.all((await browser.pages()).map(placeOf));
    if (places.some((place) => place.startsWith(`moz-extension://${host}/`))) return;
    await wait(50);
  }
}

/** '' while it is between two pages and answers nothing. */
async function placeOf(page: Page): Promise<string> {
  const place = page.evaluate(() => location.href).catch(() => '');
  return Promise.race([place, wait(500, '')]);
}
