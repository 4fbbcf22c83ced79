import { afterEach, describe, expect, it } from 'vitest';
import { deriveCall } from '../../../lib/calls/derive';
import { readAbout } from '../../../lib/ucm/about';
import { readCdrPage } from '../../../lib/ucm/read-cdr-page';
import { openRecording } from '../../../lib/ucm/recording';
import { createRestSession } from '../../../lib/ucm/rest-session';
import type { GuardState, KeptSession } from '../../../lib/ucm/session-state';
import { startUcm, tone, type Ucm, type UcmOptions } from '../../sim';
import { createCookieBrowser } from './cookie-browser';
import { failureOf } from './fake-ucm';
import { nodeHands } from './node-hands';

const now = Date.parse('2026-11-23T15:00:00Z') / 1000;
const story = `
  09:05 in 0612345678 "Garage Lefèvre" → 201 answered 90s [rec]
  10:10 out 202 → 0298765432 answered 30s
  11:00 in 0612345678 → 203 rang 20s
`;

const running: Ucm[] = [];
afterEach(async () => {
  for (const ucm of running.splice(0)) await ucm.close();
});

/** A gateway with the simple REST form alone, and a browser with the extension that knows it. */
async function office(options: UcmOptions = {}) {
  const ucm = await startUcm({ api: 'rest', now, story, ...options });
  running.push(ucm);
  const wire = nodeHands(ucm);
  const cookies = createCookieBrowser(wire);
  const browser = Object.assign(cookies, {
    clock: now * 1000,
    password: ucm.password,
    https: true,
    memory: undefined as KeptSession | undefined, // set later by the session
    guard: {} as GuardState, // set later by the session
    pass(seconds: number) {
      browser.clock += seconds * 1000;
      ucm.advance(seconds);
    },
    start: () =>
      createRestSession({
        hands: cookies.hands,
        target: async () => ({ host: ucm.host, port: ucm.port, https: browser.https, user: ucm.user }),
        secret: async () => ({ password: browser.password, credential: 'saved-1' }),
        memory: {
          read: async () => structuredClone(browser.memory),
          write: async (kept) => {
            browser.memory = structuredClone(kept);
          },
        },
        guard: {
          read: async () => structuredClone(browser.guard),
          write: async (state) => {
            browser.guard = structuredClone(state);
          },
        },
        cookieHeader: cookies.cookieHeader,
        now: () => browser.clock,
        random: () => 0.5,
      }),
  });
  const logins = () => wire.asked.filter(({ url }) => url.endsWith('/api/login')).length;
  return { ucm, browser, asked: wire.asked, logins };
}

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const day = { from: at('2026-11-23T00:00:00'), until: at('2026-11-23T23:59:59'), offset: 0, limit: 1000 };

describe('the simple REST form', () => {
  it.each([
    { restNames: 'first', restWrapper: 'cdr' },
    { restNames: 'second', restWrapper: 'array' },
    { restNames: 'second', restWrapper: 'data' },
  ] as const)('gives whole calls, whatever it calls their fields: $restNames, $restWrapper', async (shape) => {
    const { browser } = await office(shape);
    const { legs, setAside } = await readCdrPage(browser.start(), day);
    const calls = legs.map((leg) => deriveCall([leg]));
    expect(setAside).toEqual({});
    expect(calls).toMatchObject([
      {
        direction: 'in',
        outcome: 'answered',
        number: '0612345678',
        name: 'Garage Lefèvre',
        extension: '201',
        talk: 90,
      },
      { direction: 'out', outcome: 'answered', number: '0298765432', name: '', extension: '202', talk: 30 },
      { direction: 'in', outcome: 'missed', number: '0612345678', extension: '', talk: 0 },
    ]);
    expect(calls.map(({ start }) => start)).toEqual([
      at('2026-11-23T08:05:00'),
      at('2026-11-23T09:10:00'),
      at('2026-11-23T10:00:00'),
    ]);
  });

  it('needs one login and one question for a window, and none for the page after the first', async () => {
    const { browser, asked, logins } = await office();
    const session = browser.start();
    await readCdrPage(session, day);
    const before = asked.length;
    expect(await readCdrPage(session, { ...day, offset: 1000 })).toMatchObject({ legs: [], entries: 0 });
    await readCdrPage(browser.start(), { ...day, from: day.until });
    expect(asked.length - before).toBe(1);
    expect(logins()).toBe(1);
  });

  it('never tells a machine the password that has the HTTPS API, nor over plain http', async () => {
    const { browser, logins } = await office({ api: 'new' });
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-answer', reason: 'HTTPS API' });
    browser.https = false;
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-needs-https' });
    expect(logins()).toBe(0);
  });

  it('nor one that merely fails at the moment', async () => {
    const { browser, logins, ucm } = await office();
    ucm.faults.add('challenge', { kind: 'http', code: 502 });
    ucm.faults.add('challenge', { kind: 'drop' });
    ucm.faults.add('challenge', { kind: 'forbidden' });
    for (let n = 0; n < 3; n++) expect(await failureOf(browser.start().test())).toHaveProperty('code');
    expect(logins()).toBe(0);
  });

  it('tries a wrong password once, and no restart of anything tries it again', async () => {
    const { browser, logins } = await office();
    browser.password = 'not-the-password';
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-wrong-password' });
    browser.memory = undefined;
    browser.pass(3600);
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(logins()).toBe(1);
  });

  it('a banned address, which is refused like a wrong password, leads to no second try either', async () => {
    const { browser, logins, ucm } = await office({ loginAttempts: 1 });
    browser.password = 'not-the-password';
    await failureOf(browser.start().test());
    browser.password = ucm.password;
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-wrong-password' });
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(logins()).toBe(2);
    browser.pass(301);
    await browser.start().test();
    expect((await readCdrPage(browser.start(), day)).legs).toHaveLength(3);
  });

  it('an answer that never comes counts as a try: the next comes a minute later', async () => {
    const { browser, logins, ucm } = await office();
    ucm.faults.add('login', { kind: 'drop' });
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-unreachable' });
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-login-paused' });
    expect(logins()).toBe(1);
    browser.pass(130);
    expect((await readCdrPage(browser.start(), day)).legs).toHaveLength(3);
  });

  it('logs in once more when an old session has ended, and says who ends a young one', async () => {
    const { browser, logins, ucm } = await office();
    const session = browser.start();
    await readCdrPage(session, day);
    browser.pass(660);
    expect((await readCdrPage(session, day)).legs).toHaveLength(3);
    expect(logins()).toBe(2);
    browser.pass(30);
    ucm.endSessions();
    expect(await failureOf(readCdrPage(session, day))).toMatchObject({ code: 'ucm-session-taken', seconds: 75 });
    expect(logins()).toBe(2);
  });

  it('without the permission says what is missing, once, and goes on when it was given', async () => {
    const { browser, logins } = await office();
    browser.mayRule = false;
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-cookie-header' });
    browser.pass(3600);
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-cookie-header' });
    expect(logins()).toBe(1);
    browser.mayRule = true;
    expect((await readCdrPage(browser.start(), day)).legs).toHaveLength(3);
    expect(logins()).toBe(2);
  });

  it.each(['header', 'both'] as const)(
    'needs no permission where the browser keeps the cookie itself: %s',
    async (restCookie) => {
      const { browser } = await office({ restCookie });
      browser.mayRule = false;
      await browser.start().test();
      expect((await readCdrPage(browser.start(), day)).legs).toHaveLength(3);
      expect(browser.rule).toBeUndefined();
    },
  );

  it('has its rule for its own address alone, another worker sets it again, and logout removes it', async () => {
    const { browser, ucm } = await office();
    await readCdrPage(browser.start(), day);
    expect(browser.rule?.address).toBe(`${ucm.url}/api/`);
    browser.rule = undefined;
    const session = browser.start();
    await readCdrPage(session, day);
    expect(browser.rule).toBeDefined();
    await session.logout();
    expect(browser.rule).toBeUndefined();
    expect(browser.memory).toBeUndefined();
  });

  it('plays a recording by the name of its record, and knows where none is', async () => {
    const { browser, asked } = await office();
    const session = browser.start();
    const { legs } = await readCdrPage(session, day);
    const name = legs.flatMap((leg) => leg.recordings)[0] ?? '';
    const file = await openRecording(session, { name, queue: false });
    expect(Buffer.from((await file.next()) ?? []).equals(tone(90))).toBe(true);
    const before = asked.length;
    const odd = { name: '2026-11/a+b#1.wav', queue: false };
    expect(await failureOf(openRecording(session, odd))).toMatchObject({ code: 'recording-gone' });
    expect(asked.slice(before).map(({ url }) => new URL(url).search)).toEqual([
      '?file=a%2Bb%231.wav',
      '?file=2026-11%2Fa%2Bb%231.wav',
    ]);
  });

  it('tells neither model nor clock, and asks for none', async () => {
    const { browser, asked } = await office();
    expect(await readAbout(browser.start(), now * 1000)).toEqual({});
    expect(asked).toEqual([]);
  });

  it.each([
    [{ kind: 'html' }, 'ucm-answer'],
    [{ kind: 'garbage' }, 'ucm-answer'],
    [{ kind: 'http', code: 500 }, 'ucm-answer'],
    [{ kind: 'http', code: 429 }, 'ucm-busy'],
    [{ kind: 'forbidden' }, 'ucm-no-permission'],
    [{ kind: 'bytes', bytes: Buffer.from('{"status":-6}') }, 'ucm-answer'],
    [{ kind: 'bytes', bytes: Buffer.from('{"cdr":"none"}') }, 'ucm-answer'],
  ] as const)('survives %o', async (fault, code) => {
    const { browser, ucm, logins } = await office();
    const session = browser.start();
    await readCdrPage(session, day);
    ucm.faults.add('cdr', fault);
    expect(await failureOf(readCdrPage(session, day))).toMatchObject({ code });
    browser.pass(61);
    expect((await readCdrPage(session, day)).legs).toHaveLength(3);
    expect(logins()).toBe(1);
  });
});
