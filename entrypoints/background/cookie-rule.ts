import { browser } from '../../lib/browser';
import { cookieRulePermission } from '../../lib/settings/access';
import type { CookieHeader } from '../../lib/ucm/cookie-header';

/** There is one rule, for one session. */
const id = 1;

/** ms; a browser that has its rules in hand answers at once */
const patience = 2000;

/**
 * The header `Cookie` by a rule of the browser, of the kind that the browser's closing removes. It holds for what this
 * extension itself asks below one address: no page's request bears it.
 */
export function createCookieRule(): CookieHeader {
  let works = false;

  /** Chromium (156) leaves every change of rules without an answer until the extension was started with the permission. */
  async function isReady(): Promise<boolean> {
    works ||= await Promise.race([
      browser.declarativeNetRequest.updateSessionRules({}).then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, patience, false)),
    ]);
    return works;
  }

  const allowed = async () =>
    (await browser.permissions.contains({ permissions: [cookieRulePermission] })) && (await isReady());

  return {
    allowed,

    async set(address, value) {
      await browser.declarativeNetRequest.updateSessionRules({
        removeRuleIds: [id],
        addRules: [
          {
            id,
            condition: {
              urlFilter: `|${new URL(address).href}`,
              initiatorDomains: [new URL(browser.runtime.getURL('')).host],
              resourceTypes: ['xmlhttprequest'],
            },
            action: { type: 'modifyHeaders', requestHeaders: [{ header: 'cookie', operation: 'set', value }] },
          },
        ],
      });
    },

    async clear() {
      if (await allowed()) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
    },
  };
}
