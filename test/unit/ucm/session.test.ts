import { describe, expect, test } from 'vitest';
import type { UcmFile } from '../../../lib/ucm/file';
import { createBrowser, createFakeUcm, failureOf } from './fake-ucm';

const host = 'pbx.example:8089';
const rows = { format: 'json' };

function start() {
  const ucm = createFakeUcm();
  const browser = createBrowser(ucm);
  return { ucm, browser, session: browser.startWorker() };
}

describe('one session for everything', () => {
  test('the first question logs in, later ones use the same cookie, also after the worker was stopped', async () => {
    const { ucm, browser, session } = start();
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
    await browser.startWorker().ask('getSystemStatus', {});
    expect(ucm.heard.map((one) => one.action)).toEqual(['challenge', 'login', 'cdrapi', 'getSystemStatus']);
    expect(ucm.heard.map((one) => one.url)).toEqual(Array(4).fill('https://pbx.example:8089/api'));
    expect(ucm.heard[3]?.request['cookie']).toBe('sid1-1771597757');
  });

  test('questions asked at once cause one login and stand in line', async () => {
    const { ucm, session } = start();
    await Promise.all([1, 2, 3, 4].map((page) => session.ask('cdrapi', { page })));
    expect(ucm.count('login')).toBe(1);
    expect(ucm.most).toBe(1);
    expect(ucm.heard.slice(2).map((one) => one.request['page'])).toEqual([1, 2, 3, 4]);
  });

  test('the cookie is renewed at nine minutes, before the UCM drops it', async () => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    browser.pass(539);
    await session.ask('cdrapi', rows);
    expect(ucm.count('login')).toBe(1);
    browser.pass(2);
    await session.ask('cdrapi', rows);
    expect(ucm.count('login')).toBe(2);
  });

  test.each([-5, -6, -8])(
    'a session that the UCM ended (%i) is opened again and the question repeated, once',
    async (status) => {
      const { ucm, browser, session } = start();
      await session.ask('cdrapi', rows);
      browser.pass(300);
      ucm.says('cdrapi', { status });
      expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
      expect(ucm.heard.map((one) => one.action).slice(3)).toEqual(['cdrapi', 'challenge', 'login', 'cdrapi']);
    },
  );

  test('an answer that bears no status is a good one, as cdrapi gives', async () => {
    const { ucm, session } = start();
    ucm.says('cdrapi', '{"cdr_root":[{"AcctId":"1"}]}');
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [{ AcctId: '1' }] });
  });

  test('before the set-up nothing is asked', async () => {
    const { ucm, browser, session } = start();
    browser.secret = undefined;
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'not-set-up' });
    expect(ucm.heard).toEqual([]);
  });

  test('logging out tells the UCM, and the next question logs in', async () => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    await session.logout();
    browser.pass(61);
    await session.ask('cdrapi', rows);
    expect(ucm.heard.map((one) => one.action)).toEqual([
      'challenge',
      'login',
      'cdrapi',
      'logout',
      'challenge',
      'login',
      'cdrapi',
    ]);
  });

  test('a cookie is not shown to another UCM or used for another user', async () => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    browser.target = { host: '[fd00::1]', port: 8443, https: true, user: 'cdrapi' };
    await session.ask('cdrapi', rows);
    expect(ucm.heard[3]).toMatchObject({ action: 'challenge', url: 'https://[fd00::1]:8443/api' });
    expect(JSON.stringify(ucm.heard.slice(3, 5))).not.toContain('sid1');
  });

  test('neither password nor cookie stand in an error', async () => {
    const { ucm, session } = start();
    await session.ask('cdrapi', rows);
    ucm.says('cdrapi', '<html>sid1-1771597757</html>');
    const failure = JSON.stringify(await failureOf(session.ask('cdrapi', rows)));
    expect(failure).toBe(JSON.stringify({ code: 'ucm-answer', host, reason: 'HTML' }));
  });
});

describe('a wrong password', () => {
  test('is tried once, and never again by itself, not even after a restart of the browser', async () => {
    const { ucm, browser, session } = start();
    ucm.password = 'changed by the administrator';
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-wrong-password', host, remaining: 4 });
    browser.pass(86_400);
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-wrong-password', remaining: 4 });
    expect(await failureOf(browser.restart().ask('cdrapi', rows))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(ucm.count('login')).toBe(1);
    expect(ucm.count('challenge')).toBe(1);
  });

  test('saved anew, it is tried again, once', async () => {
    const { ucm, browser, session } = start();
    ucm.password = 'new';
    await failureOf(session.ask('cdrapi', rows));
    browser.secret = { password: 'new', credential: 'saved-2' };
    browser.pass(61);
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
    expect(ucm.count('login')).toBe(2);
  });

  test('a person may test it at any time; success lets the jobs go on, failure keeps them stopped', async () => {
    const { ucm, browser, session } = start();
    const right = ucm.password;
    ucm.password = 'another';
    await failureOf(session.ask('cdrapi', rows));
    expect(await failureOf(session.test())).toMatchObject({ code: 'ucm-wrong-password' });
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(ucm.count('login')).toBe(2);
    ucm.password = right;
    await session.test();
    expect(await browser.startWorker().ask('cdrapi', rows)).toEqual({ cdr_root: [] });
    expect(ucm.count('login')).toBe(3);
  });

  test('a test that fails stops also a session that was alive', async () => {
    const { ucm, session } = start();
    await session.ask('cdrapi', rows);
    ucm.password = 'another';
    await failureOf(session.test());
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(ucm.count('cdrapi')).toBe(1);
  });

  test('a login whose answer never came is repeated ever more seldom: it may have been a wrong one', async () => {
    const { ucm, browser, session } = start();
    const gaps: unknown[] = [];
    for (let times = 0; times < 4; times += 1) {
      ucm.says('login', 'timeout');
      expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-timeout' });
      const paused = await failureOf(browser.restart().ask('cdrapi', rows));
      expect(paused).toMatchObject({ code: 'ucm-login-paused' });
      const { seconds } = paused as { seconds: number }; // as: a login-paused error states them
      gaps.push(seconds);
      browser.pass(seconds);
    }
    expect(gaps).toEqual([120, 240, 480, 960]);
    await session.ask('cdrapi', rows);
  });
});

test('a test that finds no network leaves the session that there is', async () => {
  const { ucm, session } = start();
  await session.ask('cdrapi', rows);
  ucm.says('challenge', 'no answer');
  expect(await failureOf(session.test())).toMatchObject({ code: 'ucm-refused' });
  await session.ask('cdrapi', rows);
  expect(ucm.count('login')).toBe(1);
});

describe('bans', () => {
  test('while this computer is banned nothing is asked, by nobody, and afterwards only by a person', async () => {
    const { ucm, browser, session } = start();
    ucm.says('challenge', { response: { remain_time: 290 }, status: -68 });
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-banned', host, seconds: 290 });
    browser.pass(200);
    expect(await failureOf(browser.restart().ask('cdrapi', rows))).toEqual({ code: 'ucm-banned', host, seconds: 90 });
    expect(await failureOf(session.test())).toEqual({ code: 'ucm-banned', host, seconds: 90 });
    expect(ucm.heard).toHaveLength(1);
    browser.pass(91);
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-ban-over', host });
    expect(await failureOf(browser.restart().ask('cdrapi', rows))).toEqual({ code: 'ucm-ban-over', host });
    expect(ucm.heard).toHaveLength(1);
    await session.test();
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
  });

  test('a ban after a refused password ends for a person only: the password is as wrong as before', async () => {
    const { ucm, browser, session } = start();
    ucm.password = 'another';
    await failureOf(session.ask('cdrapi', rows));
    ucm.says('login', { response: { remain_time: '300' }, status: -68 });
    expect(await failureOf(session.test())).toMatchObject({ code: 'ucm-banned', seconds: 300 });
    browser.pass(301);
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(await failureOf(session.test())).toMatchObject({ code: 'ucm-wrong-password' });
    expect(ucm.count('login')).toBe(3);
  });

  test('a clock that is set back by a year leaves nobody banned for a year', async () => {
    const { ucm, browser, session } = start();
    ucm.says('login', { response: { remain_time: 300 }, status: -68 });
    await failureOf(session.ask('cdrapi', rows));
    browser.pass(-365 * 86_400);
    await session.test();
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
  });

  test('a ban of which the UCM tells no length is taken for its default of five minutes', async () => {
    const { ucm, session } = start();
    ucm.says('login', { status: -68 });
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-banned', seconds: 300 });
  });
});

describe('no storm of logins', () => {
  test('there is one login a minute by itself, also over a restart of the browser', async () => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    browser.pass(10);
    expect(await failureOf(browser.restart().ask('cdrapi', rows))).toEqual({
      code: 'ucm-login-paused',
      host,
      seconds: 50,
    });
    expect(ucm.count('challenge')).toBe(1);
    browser.pass(50);
    await session.ask('cdrapi', rows);
    expect(ucm.count('login')).toBe(2);
  });

  test('a session that ends within two minutes was taken: we keep still, twice as long each time', async () => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    const waits: unknown[] = [];
    for (let times = 0; times < 3; times += 1) {
      ucm.endAllSessions();
      browser.pass(1);
      const failure = await failureOf(session.ask('cdrapi', rows));
      expect(failure).toMatchObject({ code: 'ucm-session-taken', host });
      const { seconds } = failure as { seconds: number }; // as: that error states them
      waits.push(seconds);
      browser.pass(seconds - 1);
      expect(await failureOf(browser.startWorker().ask('cdrapi', rows))).toMatchObject({
        code: 'ucm-session-taken',
        seconds: 1,
      });
      browser.pass(1);
      await session.ask('cdrapi', rows);
    }
    expect(waits).toEqual([75, 150, 300]);
    expect(ucm.count('login')).toBe(4);
  });

  test('a session that is refused as soon as it is open is not opened in a circle', async () => {
    const { ucm, session } = start();
    for (const _ of [1, 2, 3]) ucm.says('cdrapi', { status: -6 });
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-session-taken' });
    expect(ucm.count('login')).toBe(1);
  });

  test.each([{}, { challenge: '0000001496038514' }])(
    'a captcha is for a person, whatever stands beside it: %j',
    async (beside) => {
      const { ucm, browser, session } = start();
      ucm.says('challenge', { response: { captcha_filename: 'c1.png', ...beside }, status: 0 });
      expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-captcha', host });
      browser.pass(3600);
      expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-captcha', host });
      expect(ucm.heard).toHaveLength(1);
    },
  );
});

describe('a busy UCM', () => {
  test.each([
    [-45, 15],
    [-46, 15],
    [-51, 15],
    [-251, 15],
    [-57, 60],
  ])('%i: everybody waits %i s, also another worker, and nobody sleeps on it', async (status, seconds) => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    ucm.says('cdrapi', { status });
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-busy', host, seconds });
    browser.pass(5);
    const other = browser.startWorker();
    expect(await failureOf(other.ask('getSystemStatus', {}))).toEqual({ code: 'ucm-busy', host, seconds: seconds - 5 });
    expect(await failureOf(other.test())).toMatchObject({ code: 'ucm-busy' });
    expect(ucm.heard).toHaveLength(4);
    browser.pass(seconds - 5);
    await session.ask('cdrapi', rows);
    expect(ucm.count('login')).toBe(1);
  });

  test('a timeout (-8) within a young session costs no login', async () => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    browser.pass(20);
    ucm.says('cdrapi', { status: -8 });
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-busy', seconds: 15 });
    browser.pass(16);
    await session.ask('cdrapi', rows);
    expect(ucm.count('login')).toBe(1);
  });
});

describe('what else goes wrong', () => {
  test('an action that is not granted is named, and others go on', async () => {
    const { ucm, session } = start();
    ucm.says('listQueue', { status: -47 });
    expect(await failureOf(session.ask('listQueue', {}))).toMatchObject({
      code: 'ucm-not-this-action',
      subject: 'listQueue',
    });
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
  });

  test('no permission at the challenge stops the jobs until a person has put it right', async () => {
    const { ucm, browser, session } = start();
    ucm.says('challenge', { status: -47 });
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-no-permission', host });
    browser.pass(3600);
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-no-permission' });
    expect(ucm.heard).toHaveLength(1);
    await session.test();
    await session.ask('cdrapi', rows);
  });

  test('a refused connection is told by the browser’s words and tried again when asked again', async () => {
    const { ucm, session } = start();
    ucm.says('challenge', 'no answer');
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({
      code: 'ucm-refused',
      host,
      reason: 'net::ERR_CONNECTION_REFUSED',
    });
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
  });

  test.each([
    ['{}', 'no status'],
    ['{"response":{},"status":0}', 'no challenge'],
    ['"hello"', 'no status'],
    ['', 'empty answer'],
    ['nginx', 'no JSON'],
  ])('something else that answers the challenge with %j is no UCM, and gets no token', async (reply, reason) => {
    const { ucm, session } = start();
    ucm.says('challenge', reply);
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({ code: 'ucm-answer', host, reason });
    expect(ucm.heard).toHaveLength(1);
  });

  test('the web server’s 403 page means that this computer is not permitted', async () => {
    const { ucm, session } = start();
    ucm.says('challenge', { http: 403, html: '<html>403 Forbidden</html>' });
    expect(await failureOf(session.ask('cdrapi', rows))).toEqual({
      code: 'ucm-no-permission',
      host,
      reason: 'HTTP 403',
    });
  });

  test('who aborts is free at once, and the next in line is served', async () => {
    const { ucm, session } = start();
    let open: (() => void) | undefined;
    ucm.gate = new Promise((resolve) => {
      open = resolve;
    });
    const controller = new AbortController();
    const first = session.ask('cdrapi', rows, { signal: controller.signal });
    const waiting = session.ask('cdrapi', rows, { signal: controller.signal });
    const third = session.ask('getSystemStatus', {});
    controller.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    open?.();
    expect(await third).toEqual({ response: {}, status: 0 });
    expect(ucm.count('login')).toBe(1);
    expect(ucm.count('cdrapi')).toBeLessThanOrEqual(1);
  });
});

/** All pieces of a file, one after the other. */
async function bytesOf(asked: Promise<UcmFile>): Promise<Uint8Array> {
  const file = await asked;
  const all: number[] = [];
  for (let piece = await file.next(); piece; piece = await file.next()) all.push(...piece);
  return Uint8Array.from(all);
}

describe('files', () => {
  const wav = new TextEncoder().encode('RIFF....WAVEfmt ');

  test('come as bytes', async () => {
    const { ucm, session } = start();
    ucm.says('recapi', wav);
    expect(await bytesOf(session.askFile('recapi', { filename: 'a.wav' }))).toEqual(wav);
  });

  test('a session that ended is found in a binary answer too', async () => {
    const { ucm, browser, session } = start();
    await session.ask('cdrapi', rows);
    browser.pass(400);
    ucm.endAllSessions();
    ucm.says('recapi', { status: -6 });
    ucm.says('recapi', wav);
    expect(await bytesOf(session.askFile('recapi', { filename: 'a.wav' }))).toEqual(wav);
    expect(ucm.count('login')).toBe(2);
  });

  test('an error instead of a file is an error', async () => {
    const { ucm, session } = start();
    ucm.says('recapi', { status: -16 });
    expect(await failureOf(session.askFile('recapi', {}))).toMatchObject({ code: 'ucm-status', reason: '-16' });
    ucm.says('recapi', '<html></html>');
    expect(await failureOf(session.askFile('recapi', {}))).toMatchObject({ code: 'ucm-answer', reason: 'HTML' });
  });
});
