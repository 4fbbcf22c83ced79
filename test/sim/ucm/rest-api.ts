import { type Answer, html, json } from '../answer';
import type { Fault } from '../faults';
import type { Row } from '../story/leg';
import type { Desk, Said } from './actions';
import { type RestShape, restRecord, wrapped } from './rest-records';
import type { RestSessions } from './rest-sessions';

export interface RestRules {
  readonly sessions: RestSessions;
  readonly shape: RestShape;
  /** How a login's session is told: in the answer, for the header `Cookie`; by `Set-Cookie` alone; both. */
  readonly cookie: 'body' | 'header' | 'both';
}

export interface RestRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: string;
  readonly cookie: string | undefined;
  readonly address: string;
}

/** `login`, `cdr` or `recording` where the simple REST form is asked; '' for all else. */
export function restAction(url: string): string {
  return /^\/api\/(login|cdr|recording)(?:\?|$)/.exec(url)?.[1] ?? '';
}

/** The simple REST form (section 7), or undefined when the request is none of its own. `now` on the UCM's clock. */
export function restApi(
  desk: Desk,
  rules: RestRules,
  request: RestRequest,
  now: number,
  fault: Fault | undefined,
): Said | undefined {
  const action = restAction(request.url);
  if (action === '') return undefined;
  if (request.method !== (action === 'login' ? 'POST' : 'GET')) return say(html('<html><body>405</body></html>', 405));
  if (action === 'login') return say(login(desk, rules, request, now));
  if (fault?.kind === 'expire') rules.sessions.endAll();
  if (!rules.sessions.knows(request.cookie, now)) return say(json({ response: 'login required' }, 401));
  const query = new Map(new URL(request.url, 'https://ucm').search.slice(1).split('&').map(field));
  if (action === 'cdr') return cdr(desk, rules.shape, query, now);
  return say(recording(desk, query.get('file') ?? '', now));
}

const say = (answer: Answer): Said => ({ answer, status: undefined });

/** `+` is no space here: it stands in names. */
function field(part: string): [string, string] {
  const cut = part.indexOf('=');
  return [part.slice(0, cut), decodeURIComponent(part.slice(cut + 1))];
}

function login(desk: Desk, rules: RestRules, { body, address }: RestRequest, now: number): Answer {
  let said: { username?: unknown; password?: unknown };
  try {
    said = Object(JSON.parse(body));
  } catch {
    // what a form or half a message is answered with
    return json({ response: 'bad request' }, 400);
  }
  const cookie = rules.sessions.login(said.username, said.password, address, now);
  if (cookie === undefined) {
    desk.counters.wrongLogins += 1;
    return json({ response: 'failed' }, 401);
  }
  desk.counters.logins += 1;
  const answer = json(rules.cookie === 'header' ? { response: 'success' } : { response: 'success', cookie });
  const set = { 'Set-Cookie': `${cookie}; Path=/api; Secure; HttpOnly; SameSite=Strict` };
  return rules.cookie === 'body' ? answer : { ...answer, headers: set };
}

const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** Calls that began in the window, both ends in it, by the PBX's own clock; all of them: the form has no pages. */
function cdr(desk: Desk, shape: RestShape, query: ReadonlyMap<string, string>, now: number): Said {
  const from = query.get('start_time') ?? '';
  const until = query.get('end_time') ?? '';
  if (!MOMENT.test(from) || !MOMENT.test(until)) return say(json({ response: 'bad request' }, 400));
  const calls = new Map<string, Row[]>();
  for (const row of desk.table.all()) {
    const key = row.leg.session || row.leg.uniqueid;
    calls.set(key, [...(calls.get(key) ?? []), row]);
  }
  const records = [...calls.values()]
    // written when the call has ended, once
    .filter((rows) => rows.every(({ visibleAt }) => visibleAt <= now))
    .filter((rows) => {
      const start = rows.map(({ leg }) => leg.start).sort()[0] ?? '';
      return start >= from && start <= until;
    })
    .map((rows) => restRecord(rows, shape));
  return { ...say(json(wrapped(records, shape))), rows: records.length };
}

/** By the very name that the record gives. */
function recording(desk: Desk, name: string, now: number): Answer {
  const named = desk.table.all().some(({ leg }) => leg.recordfiles.split('@').includes(name));
  const base = name.slice(name.lastIndexOf('/') + 1);
  const bytes = ['monitor', 'queue', 'meetme'].map((dir) => desk.recordings.read(dir, base, now)).find(Boolean);
  if (!named || !bytes) return json({ response: 'not found' }, 404);
  return { code: 200, type: 'audio/x-wav', body: bytes, rate: desk.recapiRules.rate };
}
