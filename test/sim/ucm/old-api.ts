import { type Answer, html, json } from '../answer';
import type { Fault } from '../faults';
import type { Desk, Said } from './actions';
import { readWish } from './cdrapi';
import type { Digest } from './digest';
import { readOldQuery } from './old-query';
import { oldRecapi } from './old-recapi';

export interface OldRules {
  readonly digest: Digest;
  /** Addresses that may ask. A new UCM's list is empty: it refuses everybody. */
  readonly permitted: readonly string[];
  readonly container: 'cdr_root' | 'cdr';
}

/** A GET as it came. */
export interface OldRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly address: string;
}

/** The old CDR/REC API (section 1.2), or undefined when the request is none of its own. `now` on the UCM's clock. */
export function oldApi(
  desk: Desk,
  rules: OldRules,
  request: OldRequest,
  now: number,
  fault: Fault | undefined,
): Said | undefined {
  const [path = '', search = ''] = request.url.split(/\?(.*)/s);
  if (path !== '/cdrapi' && path !== '/recapi') return undefined;
  if (request.method !== 'GET') return say(html('<html><body>405</body></html>', 405));
  if (!rules.permitted.includes(request.address)) return say(html('<html><body>403 Forbidden</body></html>', 403));
  const { challenge, wrong } = rules.digest.check(request.authorization, request.method, request.url, now);
  if (wrong) desk.counters.wrongLogins += 1;
  if (challenge !== undefined) {
    return say({ ...html('<html><body>401</body></html>', 401), headers: { 'WWW-Authenticate': challenge } });
  }
  if (path === '/recapi') return say(oldRecapi(search, desk.recordings, now));

  const { understood, fields } = readOldQuery(search);
  const format = (fields['format'] ?? 'csv').toLowerCase();
  if (format === 'csv') return say({ code: 200, type: 'text/csv', body: 'AcctId,accountcode,src,dst\n' });
  if (format !== 'json') return say({ code: 200, type: 'text/xml', body: '<root></root>\n' });
  if (!understood) return { answer: json({ [rules.container]: [] }), status: undefined, rows: 0 };
  return { status: undefined, ...desk.cdrapi(readWish(fields), now, fault) };
}

const say = (answer: Answer): Said => ({ answer, status: undefined });
