import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Answer, html, json, send } from '../answer';
import { bodyOf } from '../body';
import { type Certificate, createCertificate } from '../certificate';
import { createFaults, type Faults } from '../faults';
import type { Call } from '../story/call';
import type { Row } from '../story/leg';
import { legs, number } from '../story/legs';
import { parseStory } from '../story/parse';
import { createPbx } from '../story/pbx';
import { createZone, type Zone } from '../story/zone';
import { act, type Desk, type Said } from './actions';
import { createCdrapi } from './cdrapi';
import { createClock } from './clock';
import { createDigest } from './digest';
import { logged, type UcmCounters, type UcmRequest } from './log';
import { LOGIN_PAGE } from './login-page';
import { oldApi } from './old-api';
import { readOldQuery } from './old-query';
import { SESSION_RULES, SHAPE, type UcmOptions } from './options';
import { requestOf } from './read-request';
import { createRecordings } from './recordings';
import { createReplay } from './replay';
import { type RestRules, restAction, restApi } from './rest-api';
import { createRestSessions } from './rest-sessions';
import { createSessions } from './sessions';
import { createTable } from './table';

export interface Ucm {
  /** `https://127.0.0.1:41234`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly certificate: Certificate;
  readonly user: string;
  readonly password: string;
  readonly zone: Zone;
  readonly requests: UcmRequest[];
  readonly counters: UcmCounters;
  /** Faults by action name, `*` for any request. */
  readonly faults: Faults;
  /** All legs, in the order the PBX would list them, also those not written yet. */
  rows(): readonly Row[];
  /** Adds calls: lines of the story (times seen from the UCM's clock), or calls already read. Returns their rows. */
  add(calls: string | Call | readonly Call[]): readonly Row[];
  /** Adds rows as they are. */
  addRows(rows: readonly Row[]): void;
  /** UTC epoch seconds on the UCM's clock. */
  now(): number;
  /** Stops the clock there; undefined lets it run. */
  setNow(epoch: number | undefined): void;
  advance(seconds: number): void;
  endSessions(): void;
  setPassword(password: string): void;
  /** Lifts all bans, as the administrator would. */
  unban(): void;
  refuse(action: string): void;
  grant(action: string): void;
  removeRecording(name: string): void;
  close(): Promise<void>;
}

/** Starts a UCM with the new JSON API over HTTPS (section 1.1). Sends no CORS header, ever. */
export async function startUcm(options: UcmOptions = {}): Promise<Ucm> {
  const { host = '127.0.0.1', certificate = createCertificate() } = options;
  const zone = createZone(options.zone);
  const clock = createClock(options.now, options.clockOffset);
  const faults = createFaults();
  const requests: UcmRequest[] = [];
  const counters: UcmCounters = { logins: 0, wrongLogins: 0, challenges: 0, connections: 0 };
  const table = createTable(zone, options.order ?? 'ascending');
  const recordings = createRecordings(options.recordingDelay ?? 5);
  const rules = { ...SESSION_RULES, ...given(options, SESSION_RULES) };
  const sessions = createSessions(rules);
  const refused = new Set(options.refused ?? []);
  const desk: Desk = {
    sessions,
    table,
    recordings,
    cdrapi: options.sample
      ? createReplay(options.sample)
      : createCdrapi(table, { ...SHAPE, ...given(options, SHAPE) }, options.container ?? 'bare'),
    zone,
    statusZone: createZone(options.statusZone ?? options.zone),
    counters,
    refused,
    recapiRules: { missing: options.missingRecording ?? -26, rate: options.recordingRate },
  };
  const pbx = createPbx(zone);

  const api = options.api ?? 'new';
  const digest = createDigest({ ...rules, nonceLife: options.nonceLife ?? 60 });
  const old = {
    digest,
    permitted: options.permitted ?? ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
    container: options.container === 'cdr' ? ('cdr' as const) : ('cdr_root' as const),
  };

  const rest: RestRules = {
    sessions: createRestSessions(rules),
    shape: { names: options.restNames ?? 'first', wrapper: options.restWrapper ?? 'cdr' },
    cookie: options.restCookie ?? 'body',
  };

  function addRows(rows: readonly Row[]): void {
    table.add(rows);
    recordings.keep(rows);
  }

  function add(calls: string | Call | readonly Call[]): readonly Row[] {
    const told = typeof calls === 'string' ? parseStory(calls, { now: clock.now(), zone }) : [calls].flat();
    const rows = number(
      told.flatMap((call) => legs(call, pbx)),
      table.highestAcctId + 1,
    );
    addRows(rows);
    return rows;
  }

  add(options.story ?? []);
  addRows(options.rows ?? []);

  const server = createServer({ key: certificate.key, cert: certificate.cert }, async (req, res) => {
    const body = await bodyOf(req);
    const request = requestOf(body);
    const action =
      typeof request?.['action'] === 'string' ? request['action'] : oldAction(req) || restAction(req.url ?? '');
    const fault = faults.take(action === '' ? `${req.method} ${req.url}` : action);
    const said = answerTo(req, body, request, fault);
    const asked = request ?? readOldQuery((req.url ?? '').split('?')[1] ?? '').fields;
    requests.push(logged(req, asked, action, said, fault?.kind));
    await send(res, said.answer, fault).catch(() => res.destroy());
  });

  function answerTo(
    req: IncomingMessage,
    body: string,
    request: Record<string, unknown> | undefined,
    fault: ReturnType<Faults['take']>,
  ): Said {
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    if (api === 'rest') {
      const came = { method: req.method ?? '', url: req.url ?? '/', body, cookie: req.headers.cookie };
      const said = restApi(desk, rest, { ...came, address: req.socket.remoteAddress ?? '' }, clock.now(), fault);
      return said ?? { answer: html('<html><body>404</body></html>', 404), status: undefined };
    }
    if (api !== 'new') {
      const { authorization } = req.headers;
      const address = req.socket.remoteAddress ?? '';
      const came = { method: req.method ?? '', url: req.url ?? '/', authorization, address };
      const said = oldApi(desk, old, came, clock.now(), fault);
      if (said) return said;
      if (api === 'old') return { answer: html('<html><body>404</body></html>', 404), status: undefined };
    }
    if (path !== '/api' && !path.startsWith('/api/')) return { answer: html(LOGIN_PAGE), status: undefined };
    // There is one route and one method; whatever else is asked below it is an invalid parameter (section 1.1).
    if (path !== '/api' || req.method !== 'POST' || !request) return { answer: invalid(), status: -1 };
    return act(desk, request, req.socket.remoteAddress ?? '', clock.now(), fault);
  }

  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('secureConnection', () => {
    counters.connections += 1;
  });
  // A browser that does not trust the certificate hangs up in mid-handshake: that is its right.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, host, resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has this kind

  return {
    url: `https://${host}:${port}`,
    host,
    port,
    certificate,
    user: rules.user,
    password: rules.password,
    zone,
    requests,
    counters,
    faults,
    rows: () => table.all(),
    add,
    addRows,
    now: clock.now,
    setNow: clock.set,
    advance: clock.advance,
    endSessions() {
      sessions.endAll();
      digest.forget();
      rest.sessions.endAll();
    },
    setPassword(password) {
      sessions.setPassword(password);
      digest.setPassword(password);
      rest.sessions.setPassword(password);
    },
    unban() {
      sessions.unban();
      rest.sessions.unban();
    },
    refuse: (action) => void refused.add(action),
    grant: (action) => void refused.delete(action),
    removeRecording: recordings.remove,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** `cdrapi` or `recapi` where the old API is asked; '' for all else. */
function oldAction({ url = '' }: IncomingMessage): string {
  return /^\/(cdrapi|recapi)(?:\?|$)/.exec(url)?.[1] ?? '';
}

const invalid = (): Answer => json({ response: { error_msg: 'Invalid parameters!' }, status: -1 });

/** Of the options those that belong to a set of rules, undefined ones left out. */
function given<T extends object>(options: UcmOptions, rules: T): Partial<T> {
  const chosen = Object.entries(options).filter(([name, value]) => name in rules && value !== undefined);
  return Object.fromEntries(chosen) as Partial<T>; // each name kept is the rules' own, and of its type
}
