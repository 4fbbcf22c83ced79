/** A Dolibarr of a given version as far as its REST API is asked here, told from section 1 and 2 of the notes. */
export interface FakeDolibarr {
  version: number;
  key: string;
  rows: Record<'thirdparties' | 'contacts', unknown[]>;
  /** rights that the key's user has not */
  without: string[];
  /** the API module is off: its sentence, in the server's language */
  apiOff?: string;
  /** the server's answer to everything, before Dolibarr comes to word */
  before?: () => Response | Promise<Response>;
  /** the contact list breaks for users without client/voir (14 to 19) */
  ownCustomersOnly?: boolean;
  /** something between takes the filter away: always the first rows */
  onePage?: boolean;
}

export interface Seen {
  url: URL;
  init: RequestInit;
}

export function fakeDolibarr(story: Partial<FakeDolibarr>): {
  fetch: typeof fetch;
  seen: Seen[];
  dolibarr: FakeDolibarr;
} {
  const dolibarr: FakeDolibarr = {
    version: 23,
    key: 'goodkey',
    rows: { thirdparties: [], contacts: [] },
    without: [],
    ...story,
  };
  const seen: Seen[] = [];
  const answer: typeof fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    seen.push({ url, init });
    init.signal?.throwIfAborted();
    if (dolibarr.before) return dolibarr.before();
    if (dolibarr.apiOff) return page(200, dolibarr.apiOff);
    const path = url.pathname.split('/api/index.php/')[1];
    if (path === undefined) return page(404, '<html><h1>Not Found</h1></html>');
    if (new Headers(init.headers).get('DOLAPIKEY') !== dolibarr.key) {
      return refusal(401, dolibarr.version < 20 ? 'Unauthorized' : 'Unauthorized: Error user not valid');
    }
    if (path === 'status')
      return json({ success: { code: 200, dolibarr_version: `${dolibarr.version}.0.0`, access_locked: '0' } });
    if (path === 'thirdparties') return list(dolibarr, path, 'societe/lire', url);
    if (path === 'contacts') return list(dolibarr, path, 'societe/contact/lire', url);
    return page(501, 'API not found (failed to include API file)');
  };
  return { fetch: answer, seen, dolibarr };
}

function list(dolibarr: FakeDolibarr, path: 'thirdparties' | 'contacts', right: string, url: URL): Response {
  const { version, rows } = dolibarr;
  if (dolibarr.without.includes(right))
    return refusal(version < 20 ? 401 : 403, version < 20 ? 'Unauthorized' : 'Forbidden');
  const asked = url.searchParams;
  const of = asked.get('thirdparty_ids')?.split(',');
  if (path === 'contacts' && version < 20 && dolibarr.ownCustomersOnly && !of) {
    return refusal(503, 'Service Unavailable: Error when retrieve contacts : SELECT t.rowid FROM llx_socpeople as t');
  }
  const wanted = of ? rows[path].filter((row) => of.includes(String(Object(row).socid))) : rows[path];
  const above = Number(/\(t\.rowid:>:(\d+)\)/.exec(asked.get('sqlfilters') ?? '')?.[1] ?? 0);
  // a row without an id that can be read lies where its neighbours are
  const from = dolibarr.onePage ? 0 : wanted.findIndex((row) => Number(Object(row).id) > above);
  const found = from < 0 ? [] : wanted.slice(from, from + Number(asked.get('limit')));
  if (found.length === 0 && (path === 'thirdparties' || version < 22))
    return refusal(404, `Not Found: ${path} not found`);
  return json(found);
}

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
export const page = (status: number, text: string, type = 'text/html; charset=UTF-8') =>
  new Response(text, { status, headers: { 'content-type': type } });
export const refusal = (code: number, message: string) =>
  json({ error: { code, message }, debug: { source: 'x.php:1' } }, code);
