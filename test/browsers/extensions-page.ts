import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What a person does on chrome://extensions, which alone has the API for it. */
export interface ExtensionsPage {
  /** a person's "Allow" for these sites: a later `permissions.request`, made by a real click, is granted */
  allowSites(patterns: readonly string[]): Promise<void>;
  /** the extension ends and starts again, as it does for a new version; its worker runs when this is answered */
  reload(): Promise<void>;
}

interface Private {
  addHostPermission(id: string, pattern: string): Promise<void>;
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  reload(id: string): Promise<void>;
}

declare const chrome: { developerPrivate: Private }; // not in any published types

/** How often a reload is tried whose worker never starts, and how long each is waited for, in ms. */
const TRIES = 5;
const PATIENCE = 5000;

export function extensionsPage(context: BrowserContext, id: string): ExtensionsPage {
  async function there<T>(act: (page: Page) => Promise<T>): Promise<T> {
    const page = await context.newPage();
    await page.goto('chrome://extensions');
    try {
      return await act(page);
    } finally {
      await page.close();
    }
  }
  return {
    allowSites: (patterns) =>
      there((page) =>
        page.evaluate(
          async (asked) => {
            for (const pattern of asked.patterns) await chrome.developerPrivate.addHostPermission(asked.id, pattern);
          },
          { id, patterns },
        ),
      ),
    reload: () =>
      there(async (page) => {
        // without it Chromium does not start an unpacked extension again
        await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
        const workers = await watchWorkers(await context.newCDPSession(page), id);
        // On a busy machine Chromium (seen in 156) now and then takes the ended worker for the new one and starts none:
        // the extension is there, deaf, until it is reloaded again.
        for (let tried = 0; tried < TRIES; tried += 1) {
          const started = workers.nextStart(PATIENCE);
          await page.evaluate((own) => chrome.developerPrivate.reload(own), id);
          if (await started) return;
        }
        throw new Error(`The extension's worker did not start after ${TRIES} reloads.`);
      }),
  };
}

/** Tells when the extension has another worker than before; false when none came in so many ms. */
async function watchWorkers(session: CDPSession, id: string) {
  const seen = new Set<string>();
  let heard: (() => void) | undefined;
  const present = new Promise<void>((resolve) => {
    heard = resolve;
  });
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, registrationId, status } of versions) {
      if (!scriptURL.includes(id) || status !== 'activated' || seen.has(registrationId)) continue;
      seen.add(registrationId);
      heard?.();
    }
  });
  await session.send('ServiceWorker.enable');
  await present; // the one to be ended: it is listed asleep as well
  return {
    nextStart: (ms: number) =>
      new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), ms);
        heard = () => {
          clearTimeout(timer);
          resolve(true);
        };
      }),
  };
}
