import { browser } from '../../lib/browser';
import { dolibarrPattern } from '../../lib/settings/access';
import type { Settings } from '../../lib/settings/settings';
import { textsFile } from '../../lib/text/text-files';
import type { Language } from '../../lib/text/texts';

const ID = 'dolibarr';
const PAGE_SCRIPT = 'content-scripts/dolibarr.js';
const PANEL_SCRIPT = 'content-scripts/panel.js';
const ASIDE_SCRIPT = 'content-scripts/aside.js';

/**
 * Registers the small script for the pages of the configured Dolibarr while access is granted, and takes it away when
 * it is not: a browser leaves a registration in place when a permission goes. True when it was registered just now, and
 * so given to the open tabs as well.
 */
export async function registerPageScript(settings: Settings): Promise<boolean> {
  const pattern = dolibarrPattern(settings.dolibarr);
  const granted = pattern !== '' && (await browser.permissions.contains({ origins: [pattern] }));
  const matches = granted ? [scriptPattern(settings.dolibarr.root)] : [];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered && registered.matches?.join() === matches.join()) return false;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length === 0) return false;
  await browser.scripting.registerContentScripts([
    { id: ID, js: [PAGE_SCRIPT], matches, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  await injectIntoOpenTabs(settings);
  return true;
}

export async function forgetPageScript(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
}

/** Pages that were open before have no script, or one of an older version that has lost its background. */
export async function injectIntoOpenTabs(settings: Settings): Promise<void> {
  const pattern = dolibarrPattern(settings.dolibarr);
  if (pattern === '' || !(await browser.permissions.contains({ origins: [pattern] }))) return;
  for (const tab of await browser.tabs.query({ url: scriptPattern(settings.dolibarr.root) })) {
    if (tab.id === undefined) continue;
    // A tab that was closed or shows the browser's own error page takes no script; the others still do.
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [PAGE_SCRIPT] }).catch(() => undefined);
  }
}

/** The panel's script goes only where its tab was opened: a page of any module may carry the tab bar. Its texts go first. */
export async function injectPanel(tabId: number, language: Language): Promise<void> {
  const files = [textsFile('panel', language), PANEL_SCRIPT];
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files });
}

/** What draws the last calls and the counts goes only where there is a place for them. */
export async function injectAside(tabId: number, language: Language): Promise<void> {
  const files = [textsFile('aside', language), ASIDE_SCRIPT];
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files });
}

/** The pages below the root. A match pattern cannot name a port: the script and the background look at the whole root. */
function scriptPattern(root: string): string {
  const { protocol, hostname, pathname } = new URL(root);
  return `${protocol}//${hostname}${pathname.replace(/\/+$/, '')}/*`;
}
