import { browser } from '../../lib/browser';
import { cookieRulePermission } from '../../lib/settings/access';
import type { CookieHeader } from '../../lib/ucm/cookie-header';

/** There is one rule, for one session. */
const id = 1;

/**
 * The header `Cookie` by a rule of the browser, of the kind that the browser's closing removes. It holds for what this
 * extension itself asks below one address: no page's request bears it.
 */
export function createCookieRule(): CookieHeader {
  const allowed = () => browser.permissions.contains({ permissions: [cookieRulePermission] });
  return {
    allowed,

    async set(address: string, value: string): Promise<void> {
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

    async clear(): Promise<void> {
      if (await allowed()) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
    },
  };
}
