import { request as httpsRequest } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { startUcm, type Ucm, type UcmOptions } from '../../sim/index';

const now = Date.parse('2026-11-23T15:00:00Z') / 1000;
const running: Ucm[] = [];
afterEach(async () => {
  for (const ucm of running.splice(0)) await ucm.close();
});

async function start(options: UcmOptions = {}): Promise<Ucm> {
  const story = '09:05 in 0612345678 → 201 answered 90s [rec]\n15:50 out 202 → 0298765432 answered 30m';
  const ucm = await startUcm({ api: 'rest', now, story, ...options });
  running.push(ucm);
  return ucm;
}

/** The status and the body, as JSON where it is; what `Set-Cookie` said. */
function send(ucm: Ucm, method: string, path: string, { body = '', cookie = '' } = {}) {
  return new Promise<{ code: number; said: unknown; set: string }>((resolve, reject) => {
    const headers = cookie === '' ? {} : { Cookie: cookie };
    const req = httpsRequest(ucm.url + path, { method, headers, ca: ucm.certificate.cert, agent: false }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const said: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text.length;
        resolve({ code: res.statusCode ?? 0, said, set: res.headers['set-cookie']?.[0] ?? '' });
      });
    });
    req.on('error', reject);
    req.end(body);
  });
}

const login = (ucm: Ucm, password: string) =>
  send(ucm, 'POST', '/api/login', { body: JSON.stringify({ username: ucm.user, password }) });
const day = '/api/cdr?start_time=2026-11-23%2000:00:00&end_time=2026-11-23%2023:59:59';

async function cookieOf(ucm: Ucm): Promise<string> {
  const { said } = await login(ucm, ucm.password);
  return Object(said).cookie;
}

describe('a gateway with the simple REST form', () => {
  it('gives a session for the right password, and calls that have ended to who names it in the header alone', async () => {
    const ucm = await start();
    const cookie = await cookieOf(ucm);
    expect((await send(ucm, 'GET', day)).code).toBe(401);
    expect((await send(ucm, 'GET', `${day}&cookie=${cookie}`)).code).toBe(401);
    expect(await send(ucm, 'GET', day, { cookie })).toMatchObject({
      code: 200,
      said: { cdr: [{ src: '0612345678', disposition: 'answered', extension: '201', billsec: 90 }] },
    });
    ucm.advance(601);
    expect((await send(ucm, 'GET', day, { cookie })).code).toBe(401);
  });

  it('bans an address after five wrong passwords, and then refuses the right one in the same words', async () => {
    const ucm = await start();
    const wrong = await login(ucm, 'wrong');
    for (let n = 0; n < 4; n++) await login(ucm, 'wrong');
    expect(await login(ucm, ucm.password)).toEqual(wrong);
    expect(ucm.counters.wrongLogins).toBe(6);
    ucm.advance(301);
    expect((await login(ucm, ucm.password)).code).toBe(200);
  });

  it('tells a session by Set-Cookie alone where it is so told', async () => {
    const ucm = await start({ restCookie: 'header' });
    const { said, set } = await login(ucm, ucm.password);
    expect(said).toEqual({ response: 'success' });
    expect(set).toContain('HttpOnly');
  });

  it('wants times with a space, a recording’s very name, and knows no other API', async () => {
    const ucm = await start();
    const cookie = await cookieOf(ucm);
    expect((await send(ucm, 'GET', day.replaceAll('%20', 'T'), { cookie })).code).toBe(400);
    expect((await send(ucm, 'GET', '/api/cdr', { cookie })).code).toBe(400);
    const { said } = await send(ucm, 'GET', day, { cookie });
    const name: string = Object(said).cdr[0].recordingfile;
    const file = `/api/recording?file=${encodeURIComponent(name)}`;
    expect(await send(ucm, 'GET', file, { cookie })).toMatchObject({ code: 200 });
    expect((await send(ucm, 'GET', file.replace(/2026-11%2F/, ''), { cookie })).code).toBe(404);
    const challenge = JSON.stringify({ request: { action: 'challenge', user: ucm.user } });
    expect((await send(ucm, 'POST', '/api', { body: challenge })).code).toBe(404);
    expect((await send(ucm, 'GET', '/cdrapi?format=json')).code).toBe(404);
  });
});
