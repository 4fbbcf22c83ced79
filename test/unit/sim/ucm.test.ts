import { createHash } from 'node:crypto';
import { request as httpsRequest } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { startUcm, tell, theStory, type Ucm, type UcmOptions } from '../../sim/index';

const now = Date.parse('2026-11-23T15:00:00Z') / 1000;
const running: Ucm[] = [];
afterEach(async () => {
  for (const ucm of running.splice(0)) await ucm.close();
});

async function start(options: UcmOptions = {}): Promise<Ucm> {
  const ucm = await startUcm({ now, ...options });
  running.push(ucm);
  return ucm;
}

interface Got {
  readonly code: number;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Trusts this one certificate and checks the name in it, as a browser would. */
function send(ucm: Ucm, method: string, path: string, body = ''): Promise<Got> {
  return new Promise((resolve, reject) => {
    const req = httpsRequest(ucm.url + path, { method, ca: ucm.certificate.cert, agent: false }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('error', reject);
      res.on('end', () =>
        resolve({ code: res.statusCode ?? 0, type: res.headers['content-type'] ?? '', bytes: Buffer.concat(parts) }),
      );
    });
    req.on('error', reject);
    req.end(body);
  });
}

// The UCM's answers are read freely here, as a person would.
type Answer = { status?: number; response?: Record<string, string>; cdr_root?: Group[] };
type Group = null | Record<string, unknown>;

async function ask(ucm: Ucm, action: string, more: Record<string, unknown> = {}): Promise<Answer> {
  const { bytes } = await send(ucm, 'POST', '/api', JSON.stringify({ request: { action, ...more } }));
  return JSON.parse(bytes.toString());
}

const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');

async function login(ucm: Ucm, password = ucm.password): Promise<Answer> {
  const asked = await ask(ucm, 'challenge', { user: ucm.user, version: '1.0' });
  if (asked.status !== 0) return asked;
  return ask(ucm, 'login', { user: ucm.user, token: md5(`${asked.response?.['challenge']}${password}`) });
}

const cookieOf = async (ucm: Ucm) => (await login(ucm)).response?.['cookie'];

/** All legs in the answer, however they are packed. */
function flat(answer: Answer): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  for (const entry of answer.cdr_root ?? []) {
    if (entry === null) continue;
    if ('AcctId' in entry) found.push(entry as Record<string, string>); // A flat entry is a leg with one key more.
    for (const [key, value] of Object.entries(entry)) {
      if (key.startsWith('sub_cdr_') && value !== null) found.push(...[value as Record<string, string>].flat()); // A sub leg.
    }
  }
  return found;
}

describe('the certificate and the pages', () => {
  it('is trusted by who has it, and a login page is there for who wants to accept it', async () => {
    const ucm = await start();
    expect(await send(ucm, 'GET', '/')).toMatchObject({ code: 200, type: expect.stringContaining('text/html') });
    expect((await send(ucm, 'GET', '/anything')).bytes.toString()).toContain('<form');
    await expect(
      new Promise((_, reject) => httpsRequest(ucm.url, { agent: false }).on('error', reject).end()),
    ).rejects.toThrow(/self-signed/);
  });

  it('has one route: everything else below /api has invalid parameters', async () => {
    const ucm = await start();
    for (const [method, path] of [
      ['GET', '/api/challenge'],
      ['POST', '/api/login'],
      ['GET', '/api'],
    ] as const) {
      const { bytes } = await send(ucm, method, path, method === 'POST' ? '{}' : '');
      expect(JSON.parse(bytes.toString())).toEqual({ response: { error_msg: 'Invalid parameters!' }, status: -1 });
    }
  });
});

describe('the session', () => {
  it('needs a cookie, which dies after ten minutes however it is used', async () => {
    const ucm = await start();
    expect((await ask(ucm, 'getSystemStatus')).status).toBe(-5);
    expect((await ask(ucm, 'getSystemStatus', { cookie: 'sid1-2' })).status).toBe(-6);
    const cookie = await cookieOf(ucm);
    ucm.advance(590);
    const status = await ask(ucm, 'getSystemStatus', { cookie });
    expect(status.response?.['system-time']).toBe('23-11-2026 16:09:50 UTC+01:00');
    expect((await ask(ucm, 'noSuchThing', { cookie })).status).toBe(-19);
    ucm.advance(11);
    expect((await ask(ucm, 'getSystemStatus', { cookie })).status).toBe(-6);
  });

  it('takes a challenge once, and bans the address after five wrong logins, at challenge too', async () => {
    const ucm = await start();
    const { response } = await ask(ucm, 'challenge', { user: ucm.user });
    const token = md5(`${response?.['challenge']}${ucm.password}`);
    expect((await ask(ucm, 'login', { user: ucm.user, token })).status).toBe(0);
    expect(await ask(ucm, 'login', { user: ucm.user, token })).toMatchObject({
      status: -37,
      response: { remain_num: 4 },
    });
    for (const left of [3, 2, 1, 0]) {
      expect(await login(ucm, 'wrong')).toMatchObject({ status: -37, response: { remain_num: left } });
    }
    ucm.advance(100);
    expect(await login(ucm)).toMatchObject({ status: -68, response: { remain_time: 200 } });
    ucm.advance(201);
    expect((await login(ucm)).status).toBe(0);
    expect(JSON.stringify(ucm.requests)).not.toContain(ucm.password);
    expect(ucm.counters).toMatchObject({ logins: 2, wrongLogins: 5 });
  });

  it('ends the first session with the second on demand, and refuses an unknown user', async () => {
    const ucm = await start({ singleSession: true, unknownUser: -71 });
    const first = await cookieOf(ucm);
    await cookieOf(ucm);
    expect((await ask(ucm, 'listAccount', { cookie: first })).status).toBe(-6);
    expect((await ask(ucm, 'challenge', { user: 'admin' })).status).toBe(-71);
  });
});

describe('cdrapi', () => {
  const story = (ucm: Ucm) => theStory({ now, zone: ucm.zone });

  it('has no status, shifts every group by one row, and loses none', async () => {
    const ucm = await start();
    ucm.addRows(tell(story(ucm), ucm.zone));
    const answer = await ask(ucm, 'cdrapi', { cookie: await cookieOf(ucm), format: 'json' });
    expect(answer.status).toBeUndefined();
    expect(answer.cdr_root).toContain(null);
    const legs = flat(answer);
    const written = ucm.rows().filter((row) => row.visibleAt <= now);
    expect(legs.map((leg) => leg['AcctId'])).toEqual(written.map((row) => row.leg.AcctId));
    const groups = (answer.cdr_root ?? []).filter(
      (entry): entry is Record<string, unknown> => entry !== null && 'main_cdr' in entry,
    );
    const mixed = groups.filter((group) => new Set(flat({ cdr_root: [group] }).map((leg) => leg['session'])).size > 1);
    expect(mixed.length).toBeGreaterThan(groups.length * 0.8);
    const first = groups[0] ? flat({ cdr_root: [groups[0]] }) : [];
    const sum = first.reduce((total, leg) => total + Number(leg['billsec']), 0);
    expect(groups[0]?.['main_cdr']).toMatchObject({ AcctId: '', disposition: '', billsec: String(sum) });
  });

  it('counts legs, a thousand at most, and answers nothing where the T is missing', async () => {
    const ucm = await start({ grouping: 'flat', nulls: false });
    ucm.addRows(tell(story(ucm), ucm.zone));
    const cookie = await cookieOf(ucm);
    const all = flat(await ask(ucm, 'cdrapi', { cookie, numRecords: '5000' }));
    const page = flat(await ask(ucm, 'cdrapi', { cookie, numRecords: '10', offset: '20' }));
    expect(page.map((leg) => leg['AcctId'])).toEqual(all.slice(20, 30).map((leg) => leg['AcctId']));
    const [first, last] = [all[20]?.['start'] ?? '', all[40]?.['start'] ?? ''];
    const window = (startTime: string, endTime: string) => ask(ucm, 'cdrapi', { cookie, startTime, endTime });
    const inside = flat(await window(first.replace(' ', 'T'), last.replace(' ', 'T')));
    expect(inside.map((leg) => leg['AcctId'])).toEqual(
      all.filter((leg) => (leg['start'] ?? '') >= first && (leg['start'] ?? '') <= last).map((leg) => leg['AcctId']),
    );
    expect(await window(first, last)).toEqual({ cdr_root: [] });
    const utc = (text: string) => `${new Date(ucm.zone.epochOf(text) * 1000).toISOString().slice(0, 19)}+00:00`;
    expect(flat(await window(utc(first), utc(last)))).toHaveLength(inside.length);
    expect(ucm.requests.at(-1)).toMatchObject({ action: 'cdrapi', rows: inside.length });
  });

  it('shows a late leg when its time has come', async () => {
    const ucm = await start();
    ucm.add('30m ago in 0639981234 → 203 answered 1m → park 71 10s → 204 retrieved 30s [late 1h]');
    const cookie = await cookieOf(ucm);
    const count = async () => flat(await ask(ucm, 'cdrapi', { cookie })).length;
    const before = await count();
    ucm.setNow(now + 3600);
    expect(flat(await ask(ucm, 'cdrapi', { cookie: await cookieOf(ucm) }))).toHaveLength(before + 1);
  });

  it('fails as told', async () => {
    const ucm = await start();
    const cookie = await cookieOf(ucm);
    ucm.faults.add('cdrapi', { kind: 'status', status: -45 });
    ucm.faults.add('cdrapi', { kind: 'expire' });
    expect((await ask(ucm, 'cdrapi', { cookie })).status).toBe(-45);
    expect((await ask(ucm, 'cdrapi', { cookie })).status).toBe(-6);
    ucm.faults.add('cdrapi', { kind: 'cut' });
    await expect(ask(ucm, 'cdrapi', { cookie })).rejects.toThrow();
    ucm.faults.add('cdrapi', { kind: 'forbidden' });
    expect(await send(ucm, 'POST', '/api', '{"request":{"action":"cdrapi"}}')).toMatchObject({ code: 403 });
    ucm.refuse('cdrapi');
    expect((await ask(ucm, 'cdrapi', { cookie: await cookieOf(ucm) })).status).toBe(-47);
  });
});

describe('recapi', () => {
  it('gives a WAV of the right length by its base name, and JSON with 200 when there is none', async () => {
    const ucm = await start();
    const rows = ucm.add('1h ago in +33639981234 → 6400 group → 201 rang 9s → 203 answered 40s [rec]');
    const cookie = await cookieOf(ucm);
    const path = rows.map((row) => row.leg.recordfiles).find((files) => files !== '') ?? '';
    expect(path).toMatch(/^2026-11\/auto-\d{10}#203-\+33639981234-6400\.wav@$/);
    const get = (filename: string) =>
      send(
        ucm,
        'POST',
        '/api',
        JSON.stringify({ request: { action: 'recapi', cookie, filedir: 'monitor', filename } }),
      );
    const good = await get(path.slice(8, -1));
    expect(good.bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect(good.bytes.length).toBe(44 + 40 * 16_000);
    const withMonth = await get(path.slice(0, -1));
    expect(JSON.parse(withMonth.bytes.toString())).toEqual({ response: {}, status: -26 });
    const id = rows.find((row) => row.leg.recordfiles !== '')?.leg.AcctId;
    expect((await ask(ucm, 'getRecordInfosByCall', { cookie, id })).response).toEqual({
      recordfiles: path.slice(0, -1),
    });
  });
});
