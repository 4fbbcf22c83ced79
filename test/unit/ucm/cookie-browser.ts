import type { Hands, HandsRequest } from '../../../lib/hands/hands';
import type { CookieHeader } from '../../../lib/ucm/cookie-header';
import type { nodeHands } from './node-hands';

/** What a browser does about the header `Cookie`: the rule that an extension may set where it is allowed to, and what it keeps itself. */
export function createCookieBrowser(wire: ReturnType<typeof nodeHands>) {
  const browser = {
    /** the permission for the rule */
    mayRule: true,
    rule: undefined as { address: string; value: string } | undefined, // set below
  };
  const cookieHeader: CookieHeader = {
    allowed: async () => browser.mayRule,
    async set(address, value) {
      browser.rule = { address, value };
    },
    async clear() {
      browser.rule = undefined;
    },
  };
  const dressed = (request: HandsRequest): HandsRequest => {
    const { rule } = browser;
    const ruled = rule && request.url.startsWith(rule.address) ? rule.value : undefined;
    const value = ruled ?? (request.cookies ? wire.jar : undefined);
    return value === undefined ? request : { ...request, headers: { ...request.headers, Cookie: value } };
  };
  const hands: Hands = {
    fetch: (request, signal) => wire.hands.fetch(dressed(request), signal),
    stream: (request, signal) => wire.hands.stream(dressed(request), signal),
  };
  return Object.assign(browser, { hands, cookieHeader });
}
