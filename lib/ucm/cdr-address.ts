import { addressOf, type Parameters } from './request';
import type { Account } from './session-state';

/**
 * Address of one request of the old CDR/REC API, whose parameters stand in the query. An empty one is never sent: it
 * makes the UCM find nothing and report no error (section 3.1). What has a meaning in an address is written in hex
 * (`+` and `#` occur in names of recordings), and `'`, which the browser would rewrite behind the digest's back.
 */
export function cdrAddress(account: Account, action: string, parameters: Parameters): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${inQuery(String(value))}`)
    .join('&');
  return `${addressOf(account)}/${action}?${query}`;
}

/** The manual's own examples write `:` and `/` as they are. */
function inQuery(text: string): string {
  return encodeURIComponent(text).replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/'/g, '%27');
}
