import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from './chromium';
import { type ExtensionsPage, extensionsPage } from './extensions-page';
import { unpackedId, withPolicy } from './policy';
import { removeProfile } from './remove-profile';

export interface LaunchOptions {
  /** folder of the built extension */
  extension: string;
  /** BCP 47 */
  language?: string;
  dark?: boolean;
  width?: number;
  height?: number;
  headless?: boolean;
  /** a profile to use again; without one a new one is made and removed at the end */
  profile?: string;
  /** an administrator's policy for the extension; needs `canPlayPolicy` (./policy) */
  policy?: object;
  /** certificates (PEM) of authorities that an administrator has this browser trust; needs the same */
  trusted?: readonly string[];
}

export interface LaunchedBrowser extends ExtensionsPage {
  context: BrowserContext;
  extensionId: string;
  /** address of a page of the extension: `options.html` */
  pageAddress(page: string): string;
  open(address: string): Promise<Page>;
  /** the extension's worker, when it is awake */
  worker(): Worker | undefined;
  /** ends the worker as the browser does when it was idle; it comes back when something happens */
  stopWorker(): Promise<void>;
  /** opens a page whose certificate is not trusted and goes on to it, as a person would */
  acceptCertificate(address: string): Promise<void>;
  close(): Promise<void>;
}

/** A Chromium with the extension, driven as a person would; no flag that ignores certificates. */
export async function launchChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'calls-profile-'));
  const managed =
    (options.policy || options.trusted) &&
    withPolicy('chromium', findChromium(), {
      ...(options.policy ? { '3rdparty': { extensions: { [unpackedId(options.extension)]: options.policy } } } : {}),
      CACertificates: (options.trusted ?? []).map((pem) => pem.replace(/-----[^-]+-----|\s/g, '')),
    });
  const forget = async () => {
    managed?.remove();
    if (!options.profile) await removeProfile(profile);
  };
  const headless = options.headless ?? true;
  const language = options.language ?? 'fr-FR';
  const launched = chromium.launchPersistentContext(profile, {
    executablePath: managed?.wrapper ?? findChromium(),
    headless,
    // Ctrl+C in front of a window is for who started it, to put everything away.
    handleSIGINT: headless,
    locale: language,
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: headless ? { width: options.width ?? 1400, height: options.height ?? 900 } : null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${language}`,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
    ],
  });
  const context = await launched.catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(first.url()).host;
  // tsx marks named functions with a call of its own, which pages that are handed such a function do not know.
  await context.addInitScript('globalThis.__name ??= (named) => named;');
  if (!options.profile) await welcomed(context, options.extension, extensionId);
  const browser: LaunchedBrowser = {
    ...extensionsPage(context, extensionId),
    context,
    extensionId,
    pageAddress: (page) => `chrome-extension://${extensionId}/${page}`,
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    worker: () => context.serviceWorkers().find((worker) => worker.url().includes(extensionId)),
    async stopWorker() {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      // Told when it has ended, not when it was asked to: Playwright's own close event does not come for it.
      const died = new Promise<void>((resolve) => {
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          const own = versions.filter(({ scriptURL }) => scriptURL.includes(extensionId));
          if (own.length > 0 && own.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      await session.send('ServiceWorker.stopAllWorkers');
      await died;
      await page.close();
    },
    async acceptCertificate(address) {
      const page = await context.newPage();
      const refused = await page.goto(address).then(
        () => false,
        (error: unknown) => {
          if (!String(error).includes('ERR_CERT')) throw error;
          return true;
        },
      );
      if (refused) {
        // The warning is drawn a moment after the navigation has failed: the clicks wait for it.
        await page.locator('#details-button').click();
        await page.locator('#proceed-link').click();
        await page.waitForURL((url) => url.href.startsWith(address));
      }
      await page.close();
    },
    async close() {
      await context.close();
      await forget();
    },
  };
  return browser;
}

/**
 * In a new profile the extension opens its options page by itself, and the browser takes whatever blank tab is in front
 * for it: that must have happened before a test opens tabs of its own.
 */
async function welcomed(context: BrowserContext, folder: string, extensionId: string): Promise<void> {
  const { options_ui: own } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (!own) return;
  const address = `chrome-extension://${extensionId}/${own.page}`;
  const deadline = Date.now() + 30_000;
  while (!context.pages().some((page) => page.url().startsWith(address))) {
    if (Date.now() > deadline) throw new Error('The extension was loaded but did not open its options page.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
