import { afterEach, describe, expect, it } from 'vitest';
import { HandsFailure } from '../../../lib/hands/hands';
import type { GuardState, KeptSession } from '../../../lib/ucm/session-state';
import { createUcm, type KeptDialect } from '../../../lib/ucm/ucm';
import { startUcm, type Ucm, type UcmOptions } from '../../sim';
import { createCookieBrowser } from './cookie-browser';
import { failureOf } from './fake-ucm';
import { nodeHands } from './node-hands';

const now = Date.parse('2026-11-23T15:00:00Z') / 1000;
const running: Ucm[] = [];
afterEach(async () => {
  for (const ucm of running.splice(0)) await ucm.close();
});

/** A browser whose settings name the address of this UCM, and what it keeps. */
async function office(options: UcmOptions) {
  const ucm = await startUcm({ now, story: '09:05 in 0612345678 → 201 answered 90s', ...options });
  running.push(ucm);
  const wire = nodeHands(ucm);
  const cookies = createCookieBrowser(wire);
  const browser = {
    clock: now * 1000,
    dialect: 'auto' as 'auto' | 'https' | 'cdr' | 'rest', // set later by the test
    password: ucm.password,
    user: ucm.user,
    hands: cookies.hands,
    rule: () => cookies.rule,
    port: ucm.port,
    found: undefined as KeptDialect | undefined, // set later by the UCM
    memory: undefined as KeptSession | undefined, // set later by the UCM
    guard: {} as GuardState, // set later by the UCM
    /** the worker starts again: only what is kept is left */
    start: () =>
      createUcm({
        hands: browser.hands,
        target: async () => ({ host: ucm.host, port: browser.port, https: true, user: browser.user }),
        secret: async () => ({ password: browser.password, credential: 'saved-1' }),
        dialect: async () => browser.dialect,
        found: {
          read: async () => browser.found,
          write: async (kept) => {
            browser.found = kept;
          },
        },
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
  };
  return { ucm, browser, asked: wire.asked };
}

const row = { format: 'json', numRecords: '1' };

describe('how a UCM speaks', () => {
  it('is looked for in this order: the JSON API at the given port, 8089, 443, 8443, then the old one', async () => {
    const { browser, asked, ucm } = await office({ api: 'old' });
    await browser.start().ask('cdrapi', row);
    const looked = asked.slice(0, 5).map(({ method, url }) => `${method} ${new URL(url).port || '443'}`);
    expect(looked).toEqual([`POST ${ucm.port}`, 'POST 8089', 'POST 443', 'POST 8443', `GET ${ucm.port}`]);
    expect(new URL(asked[4]?.url ?? '').search).toBe('?format=json&numRecords=1');
  });

  it('is known from then on, also to the next worker', async () => {
    const { browser, asked } = await office({ api: 'old' });
    await browser.start().ask('cdrapi', row);
    const before = asked.length;
    const ucm = browser.start();
    await ucm.ask('cdrapi', row);
    expect(asked.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(await ucm.spoken()).toBe('cdr');
  });

  it('is the JSON API where both are spoken', async () => {
    const { browser, ucm } = await office({ api: 'both' });
    const session = browser.start();
    await session.ask('cdrapi', row);
    expect(await session.spoken()).toBe('https');
    expect(ucm.counters).toMatchObject({ challenges: 1, logins: 1, wrongLogins: 0 });
  });

  it('is looked for at the other ports when nothing answers at the one that was given', async () => {
    const { browser, ucm } = await office({ api: 'new' });
    // what answers at 8089 of the office is this UCM
    const at = (url: string) => url.replace(':8089/', `:${ucm.port}/`);
    const { hands } = browser;
    browser.hands = { ...hands, fetch: (request) => hands.fetch({ ...request, url: at(request.url) }) };
    browser.port = 1;
    await browser.start().ask('cdrapi', row);
    expect(browser.found).toMatchObject({ dialect: 'https', port: 8089 });
  });

  it('can be found out with a wrong password as often as one likes: no try is lost', async () => {
    const { browser, ucm } = await office({ api: 'old' });
    browser.password = 'not-the-password';
    for (let n = 0; n < 3; n++) {
      browser.found = undefined;
      expect(await failureOf(browser.start().ask('cdrapi', row))).toMatchObject({ code: 'ucm-wrong-password' });
    }
    expect(ucm.counters.wrongLogins).toBe(1);
  });

  it('is looked for once when two ask at once', async () => {
    const { browser, asked } = await office({ api: 'old' });
    const ucm = browser.start();
    await Promise.all([ucm.ask('cdrapi', row), ucm.ask('cdrapi', row)]);
    expect(asked.filter(({ url }) => new URL(url).port === '8089')).toHaveLength(1);
  });

  it('is not looked for where it is set', async () => {
    const { browser, asked } = await office({ api: 'both' });
    browser.dialect = 'cdr';
    await browser.start().ask('cdrapi', row);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('is not looked for while this computer is banned', async () => {
    const { browser, asked, ucm } = await office({ api: 'both' });
    browser.guard = { ban: { host: `${ucm.host}:${ucm.port}`, until: browser.clock + 200_000 } };
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-banned', seconds: 200 });
    expect(asked).toEqual([]);
  });

  it('is looked for again when a person tests a UCM that speaks otherwise since its new firmware', async () => {
    const { browser } = await office({ api: 'new' });
    browser.found = { place: JSON.stringify([true, '127.0.0.1', browser.port]), dialect: 'cdr', port: browser.port };
    const ucm = browser.start();
    expect(await failureOf(ucm.ask('cdrapi', row))).toMatchObject({ code: 'ucm-answer' });
    expect(browser.found.dialect).toBe('cdr');
    await ucm.test();
    expect(browser.found.dialect).toBe('https');
    await ucm.ask('cdrapi', row);
  });

  it('sends one password for one press of the button, whatever becomes of its answer', async () => {
    const { browser, ucm } = await office({ api: 'new' });
    ucm.faults.add('login', { kind: 'html' });
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-answer' });
    expect(ucm.requests.filter(({ action }) => action === 'login')).toHaveLength(1);
  });

  it('where it cannot be found, the reason is the one a person can do something about', async () => {
    const { browser } = await office({ api: 'old', permitted: [] });
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-no-permission' });
    const { browser: away } = await office({ api: 'new' });
    away.port = 1;
    expect(await failureOf(away.start().test())).toMatchObject({ code: 'ucm-refused', host: '127.0.0.1:1' });
  });
});

describe('the simple REST form, which sends the password in clear', () => {
  const told = (asked: { url: string; body?: string }[]) =>
    asked.filter(({ body }) => body?.includes('"password"')).length;

  it('is found by a person’s test alone, when all else was ruled out, and then spoken by the jobs too', async () => {
    const { browser, asked, ucm } = await office({ api: 'rest', restCookie: 'header' });
    expect(await failureOf(browser.start().ask('cdrapi', row))).toMatchObject({ code: 'ucm-answer' });
    expect(told(asked)).toBe(0);
    const before = asked.length;
    await browser.start().test();
    const looked = asked
      .slice(before)
      .map(({ method, url }) => `${method} ${new URL(url).port || '443'}${new URL(url).pathname}`);
    expect(looked).toEqual([
      `POST ${ucm.port}/api`,
      'POST 8089/api',
      'POST 443/api',
      'POST 8443/api',
      `GET ${ucm.port}/cdrapi`,
      'GET 8443/cdrapi',
      `GET ${ucm.port}/api/cdr`,
      `POST ${ucm.port}/api`,
      `POST ${ucm.port}/api/login`,
      `GET ${ucm.port}/api/cdr`,
    ]);
    expect(told(asked)).toBe(1);
    const session = browser.start();
    expect(await session.spoken()).toBe('rest');
  });

  it.each([
    ['8443', 'timeout'],
    ['443', 'net::ERR_ADDRESS_UNREACHABLE'],
    ['8443', 'net::ERR_CERT_AUTHORITY_INVALID'],
  ])('is not taken while port %s is merely out of reach: %s', async (port, reason) => {
    const { browser, asked } = await office({ api: 'rest' });
    const { hands } = browser;
    browser.hands = {
      ...hands,
      async fetch(request, signal) {
        if ((new URL(request.url).port || '443') === port) throw new HandsFailure(reason);
        return hands.fetch(request, signal);
      },
    };
    expect(await failureOf(browser.start().test())).toHaveProperty('code');
    expect(browser.found).toBeUndefined();
    expect(told(asked)).toBe(0);
  });

  it('is not taken for what answers everything with a page', async () => {
    const { browser, asked, ucm } = await office({ api: 'rest' });
    ucm.faults.add('*', { kind: 'html' }, 100);
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-answer' });
    expect(told(asked)).toBe(0);
  });

  it('leaves no header behind when the session ends after something else was found', async () => {
    const { browser, ucm } = await office({ api: 'rest' });
    await browser.start().test();
    expect(browser.rule()?.address).toBe(`${ucm.url}/api/`);
    browser.found = { place: JSON.stringify([true, '127.0.0.1', browser.port]), dialect: 'cdr', port: browser.port };
    await browser.start().logout();
    expect(browser.rule()).toBeUndefined();
  });

  it('gives way to the HTTPS API of a new firmware, which is not told the password', async () => {
    const { browser, asked } = await office({ api: 'new' });
    browser.found = { place: JSON.stringify([true, '127.0.0.1', browser.port]), dialect: 'rest', port: browser.port };
    await browser.start().test();
    expect(browser.found.dialect).toBe('https');
    expect(told(asked)).toBe(0);
  });
});
