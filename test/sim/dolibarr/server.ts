import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type Answer, send } from '../answer';
import { bodyOf } from '../body';
import { createFaults, type Faults } from '../faults';
import { createKey } from './key';
import type { DolibarrOptions, Version } from './options';
import { rest } from './rest/api';
import type { Instance } from './rest/context';
import { blankContact, blankParty, seedStory, seedUsers } from './seed';
import { type Contact, createState, type Party, type State } from './state';
import { ALL_RIGHTS, type User } from './user';
import { createWeb } from './web';

export interface DolibarrRequest {
  /** True time, milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Below the web root, without the query: `/api/index.php/thirdparties`. */
  readonly path: string;
  /** Without a key, should one have been sent that way. */
  readonly query: string;
  readonly code: number;
  readonly origin: string | undefined;
  readonly userAgent: string | undefined;
  readonly secFetchSite: string | undefined;
  readonly secFetchMode: string | undefined;
  readonly secFetchDest: string | undefined;
}

export interface Dolibarr {
  /** The web root: `http://127.0.0.1:8080` or with its folder. */
  readonly url: string;
  readonly port: number;
  readonly version: Version;
  /** The administrator's API key. */
  readonly key: string;
  /** The key of a sales user with everyday rights. */
  readonly salesKey: string;
  readonly admin: User;
  readonly sales: User;
  readonly requests: DolibarrRequest[];
  /** Faults by `METHOD /path`, e.g. `GET /api/index.php/thirdparties`; `*` for any request. */
  readonly faults: Faults;
  readonly parties: Map<number, Party>;
  readonly contacts: Map<number, Contact>;
  readonly events: State['events'];
  readonly files: State['files'];
  /** Addresses of pages. */
  readonly pages: {
    card(id: number): string;
    events(id: number): string;
    contact(id: number): string;
    invoice(id: number): string;
    list(): string;
    home(): string;
  };
  setPhone(partyId: number, phone: string, which?: 'phone' | 'phone_mobile' | 'fax'): void;
  setContactPhone(contactId: number, phone: string, which?: 'phone_pro' | 'phone_perso' | 'phone_mobile'): void;
  /** Returns the id. */
  addThirdparty(fields: Partial<Omit<Party, 'id'>> & { name: string }): number;
  removeThirdparty(id: number): void;
  addContact(partyId: number, fields: Partial<Omit<Contact, 'id'>> & { lastname: string }): number;
  removeContact(id: number): void;
  addUser(user: { login: string; rights?: readonly string[]; admin?: boolean; disabled?: boolean }): User;
  /** `name=value` of a session cookie, for a browser that shall be logged in. */
  sessionCookie(user?: User): string;
  endSessions(): void;
  close(): Promise<void>;
}

/** Starts a Dolibarr: REST under /api/index.php and the pages around a thirdparty. Plain http, loopback. */
export async function startDolibarr(options: DolibarrOptions = {}): Promise<Dolibarr> {
  const { host = '127.0.0.1', folder = '', version = 23 } = options;
  const state = createState();
  const now = options.now ?? (() => Date.now() / 1000);
  const instance: Instance = { version, options, state, now };
  const { admin, sales } = seedUsers(state);
  if (options.seeded !== false) seedStory(state, Math.floor(now()));
  const web = createWeb(instance, folder);
  const faults = createFaults();
  const requests: DolibarrRequest[] = [];

  const server = createServer(async (req, res) => {
    const body = await bodyOf(req);
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://simulated');
    const path = pathname.startsWith(folder) ? pathname.slice(folder.length) || '/' : undefined;
    const fault = faults.take(`${req.method} ${path ?? pathname}`);
    const answer = packed(req, await answerTo(req, path, searchParams, body));
    requests.push(logged(req, path ?? pathname, searchParams, answer.code));
    await send(res, answer, fault).catch(() => res.destroy());
  });

  async function answerTo(
    req: IncomingMessage,
    path: string | undefined,
    query: URLSearchParams,
    body: string,
  ): Promise<Answer> {
    if (path === undefined) return { code: 404, type: 'text/html', body: '<h1>Not Found</h1>' };
    if (options.forceHttps) {
      const location = `https://${req.headers.host ?? host}${req.url ?? '/'}`;
      return { code: 302, type: 'text/html', body: '', headers: { Location: location } };
    }
    const route = /^\/api\/index\.php(\/.*)?$/.exec(path);
    if (route) return rest(instance, req, route[1] ?? '/', query, body);
    return web.answer(req, path, query, body);
  }

  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, host, resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has this kind
  const url = `http://${host}:${port}${folder}`;
  const touched = () => Math.floor(now());

  function party(id: number): Party {
    const found = state.parties.get(id);
    if (!found) throw new Error(`No thirdparty ${id}`);
    return found;
  }

  return {
    url,
    port,
    version,
    key: admin.key,
    salesKey: sales.key,
    admin,
    sales,
    requests,
    faults,
    parties: state.parties,
    contacts: state.contacts,
    events: state.events,
    files: state.files,
    pages: {
      card: (id) => `${url}/societe/card.php?socid=${id}`,
      events: (id) => `${url}/societe/${version >= 20 ? 'messaging' : 'agenda'}.php?socid=${id}`,
      contact: (id) => `${url}/contact/card.php?id=${id}`,
      invoice: (id) => `${url}/compta/facture/card.php?id=${id}`,
      list: () => `${url}/societe/list.php`,
      home: () => `${url}/index.php`,
    },
    setPhone(partyId, phone, which = 'phone') {
      Object.assign(party(partyId), { [which]: phone, tms: touched() });
    },
    setContactPhone(contactId, phone, which = 'phone_pro') {
      const contact = state.contacts.get(contactId);
      if (!contact) throw new Error(`No contact ${contactId}`);
      Object.assign(contact, { [which]: phone, tms: touched() });
    },
    addThirdparty(fields) {
      const id = state.nextId('party');
      state.parties.set(id, { ...blankParty(id, touched()), ...fields, id });
      return id;
    },
    removeThirdparty(id) {
      state.parties.delete(id);
      for (const contact of [...state.contacts.values()]) if (contact.socid === id) state.contacts.delete(contact.id);
    },
    addContact(partyId, fields) {
      const id = state.nextId('contact');
      state.contacts.set(id, { ...blankContact(id, partyId, touched()), ...fields, id });
      return id;
    },
    removeContact: (id) => void state.contacts.delete(id),
    addUser({ login, rights = ALL_RIGHTS, admin: isAdmin = false, disabled = false }) {
      const id = state.nextId('user');
      const person = { id, login, firstname: login, lastname: 'Test', admin: isAdmin, disabled };
      const user: User = { ...person, key: createKey(), password: `${login}-2026`, rights: new Set(rights) };
      state.users.set(id, user);
      return user;
    },
    sessionCookie: (user = admin) => web.sessionCookie(user),
    endSessions: web.endSessions,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Compressed when the client takes it (section 1). */
function packed(req: IncomingMessage, answer: Answer): Answer {
  const size = Buffer.byteLength(answer.body);
  if (size < 1000 || !/\bgzip\b/.test(req.headers['accept-encoding']?.toString() ?? '')) return answer;
  return { ...answer, body: gzipSync(answer.body), headers: { ...answer.headers, 'Content-Encoding': 'gzip' } };
}

function logged(req: IncomingMessage, path: string, query: URLSearchParams, code: number): DolibarrRequest {
  const text = (name: string) => req.headers[name]?.toString();
  const shown = new URLSearchParams(query);
  shown.delete('DOLAPIKEY');
  return {
    at: Date.now(),
    method: req.method ?? '',
    path,
    query: shown.toString(),
    code,
    origin: text('origin'),
    userAgent: text('user-agent'),
    secFetchSite: text('sec-fetch-site'),
    secFetchMode: text('sec-fetch-mode'),
    secFetchDest: text('sec-fetch-dest'),
  };
}
