import type { Page } from 'playwright-core';
import type { JournalLine } from '../../lib/questions/journal';
import { type LaunchedBrowser, launchChromium } from '../browsers/launch';
import { askFrom } from '../e2e/support/ask';
import { setUp } from '../e2e/support/set-up';
import { untilSynchronised } from '../e2e/support/state';
import { type Call, createCertificate, startDolibarr, startUcm, type Ucm, type UcmOptions } from '../sim';

/** A browser with the extension and a Dolibarr, used for one fault after another, each with a UCM of its own. */
export interface Room {
  browser: LaunchedBrowser;
  /** the options page, from which all is set and asked */
  page: Page;
  /** A new UCM with these calls; the extension knows nothing but its address, user and password, and those of Dolibarr. */
  furnish(calls: readonly Call[], telephones: UcmOptions): Promise<Ucm>;
  /** entered on the options page and saved */
  enterPassword(password: string): Promise<void>;
  /** every call that the extension keeps */
  kept(): Promise<JournalLine[]>;
  close(): Promise<void>;
}

const PAGE = 500;

export async function openRoom(extension: string): Promise<Room> {
  // One certificate for all: the browser remembers the person's yes by host and certificate, whatever the port.
  const certificate = createCertificate();
  const dolibarr = await startDolibarr({ session: false });
  const browser = await launchChromium({ extension });
  const first = await startUcm({ certificate });
  // By clicks, once: access and the certificate stay, whatever else is forgotten.
  const { page } = await setUp(browser, {
    ucm: { url: first.url, user: first.user, password: first.password },
    dolibarr: { url: dolibarr.url, key: dolibarr.key },
  });
  await untilSynchronised(page);
  await first.close();

  async function furnish(calls: readonly Call[], telephones: UcmOptions): Promise<Ucm> {
    const ucm = await startUcm({ story: calls, ...telephones, certificate });
    await browser.stopWorker();
    await forgetAll(page);
    // one that was woken meanwhile would remember
    await browser.stopWorker();
    const { settings } = await askFrom(page, 'options.read', undefined);
    await askFrom(page, 'options.save', {
      settings: {
        ...settings,
        ucm: { ...settings.ucm, host: ucm.host, port: ucm.port, https: true, user: ucm.user },
        dolibarr: { ...settings.dolibarr, root: dolibarr.url },
      },
    });
    await enterPassword(ucm.password);
    await askFrom(page, 'options.dolibarr', { key: dolibarr.key });
    return ucm;
  }

  async function enterPassword(password: string): Promise<void> {
    await askFrom(page, 'options.ucm', { password });
  }

  async function kept(): Promise<JournalLine[]> {
    const wish = { filter: {}, sort: { by: 'when', up: false } } as const;
    const first = await askFrom(page, 'own.journal', { ...wish, offset: 0, limit: PAGE });
    const lines = [...first.lines];
    while (lines.length < first.all) {
      const next = await askFrom(page, 'own.journal', { ...wish, offset: lines.length, limit: PAGE, list: first.list });
      if (next.lines.length === 0) break;
      lines.push(...next.lines);
    }
    return lines;
  }

  return {
    browser,
    page,
    furnish,
    enterPassword,
    kept,
    async close() {
      await browser.close();
      await dolibarr.close();
    },
  };
}

/** As it was on its first day, but for what the browser itself remembers. */
async function forgetAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await chrome.alarms.clearAll();
    await Promise.all([chrome.storage.session.clear(), chrome.storage.local.clear()]);
    const opened = indexedDB.open('calls');
    await new Promise((resolve) => {
      opened.onsuccess = resolve;
    });
    const db = opened.result;
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readwrite');
    for (const name of names) tx.objectStore(name).clear();
    await new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
    db.close();
  });
}
