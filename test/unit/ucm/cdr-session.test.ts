import { afterEach, describe, expect, it } from 'vitest';
import { readAbout } from '../../../lib/ucm/about';
import { createCdrSession } from '../../../lib/ucm/cdr-session';
import { readMessages } from '../../../lib/ucm/messages';
import { readCdrPage } from '../../../lib/ucm/read-cdr-page';
import { openRecording } from '../../../lib/ucm/recording';
import type { GuardState, KeptSession } from '../../../lib/ucm/session-state';
import { proveWindow } from '../../../lib/ucm/window-proof';
import { startUcm, tone, type Ucm, type UcmOptions } from '../../sim';
import { failureOf } from './fake-ucm';
import { nodeHands } from './node-hands';

const now = Date.parse('2026-11-23T15:00:00Z') / 1000;
const story = `
  09:05 in 0612345678 → 201 answered 90s [rec]
  10:10 out 202 → 0298765432 answered 30s
`;

const running: Ucm[] = [];
afterEach(async () => {
  for (const ucm of running.splice(0)) await ucm.close();
});

/** A UCM with the old API alone, and a browser with the extension that knows it. */
async function office(options: UcmOptions = {}) {
  const ucm = await startUcm({ api: 'old', now, ...options });
  running.push(ucm);
  const { hands, asked } = nodeHands(ucm);
  const browser = {
    clock: now * 1000,
    password: ucm.password,
    credential: 'saved-1',
    memory: undefined as KeptSession | undefined, // set later by the session
    guard: {} as GuardState, // set later by the session
    pass(seconds: number) {
      browser.clock += seconds * 1000;
      ucm.advance(seconds);
    },
    start: () =>
      createCdrSession({
        hands,
        target: async () => ({ host: ucm.host, port: ucm.port, https: true, user: ucm.user }),
        secret: async () => ({ password: browser.password, credential: browser.credential }),
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
        now: () => browser.clock,
        random: () => 0.5,
      }),
  };
  return { ucm, browser, asked };
}

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const day = { from: at('2026-11-23T00:00:00'), until: at('2026-11-23T23:59:59'), offset: 0, limit: 1000 };

describe('the old CDR API', () => {
  it('gives the calls of a window, and none outside it', async () => {
    const { ucm, browser } = await office({ story });
    const session = browser.start();
    const page = await readCdrPage(session, day);
    expect(page.legs).toHaveLength(ucm.rows().length);
    expect(page.legs.length).toBeGreaterThan(1);
    const yesterday = { ...day, from: day.from - 86_400, until: day.until - 86_400 };
    expect(await readCdrPage(session, yesterday)).toMatchObject({ legs: [], entries: 0 });
  });

  it('gives the flat rows of a UCM6100', async () => {
    const { browser, ucm } = await office({ story, container: 'cdr', grouping: 'flat', fields: 'ucm6100' });
    const { legs } = await readCdrPage(browser.start(), day);
    expect(legs).toHaveLength(ucm.rows().length);
    expect(legs.every((leg) => leg.userfield === 'EXT')).toBe(true);
  });

  it('takes one nonce for several questions, and another when it has run out: no try is lost by that', async () => {
    const { browser, asked, ucm } = await office({ story, nonceLife: 30 });
    const session = browser.start();
    await readCdrPage(session, day);
    await readCdrPage(session, day);
    expect(asked).toHaveLength(3);
    browser.pass(40);
    await readCdrPage(session, day);
    expect(asked).toHaveLength(5);
    expect(ucm.counters.wrongLogins).toBe(0);
    expect(browser.guard.stopped).toBeUndefined();
  });

  it('goes on after the UCM was started again', async () => {
    const { browser, ucm } = await office({ story });
    const session = browser.start();
    await readCdrPage(session, day);
    ucm.endSessions();
    expect((await readCdrPage(session, day)).legs.length).toBeGreaterThan(1);
    expect(ucm.counters.wrongLogins).toBe(0);
  });

  it('tries a wrong password once, and no restart of anything tries it again', async () => {
    const { browser, ucm } = await office({ story });
    browser.password = 'not-the-password';
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-wrong-password' });
    browser.memory = undefined;
    browser.pass(3600);
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(ucm.counters.wrongLogins).toBe(1);
  });

  it('stops at once when the password is changed at the UCM, and goes on when a person’s test went well', async () => {
    const { browser, ucm } = await office({ story });
    const session = browser.start();
    await readCdrPage(session, day);
    ucm.setPassword('another');
    expect(await failureOf(readCdrPage(session, day))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(await failureOf(readCdrPage(session, day))).toMatchObject({ code: 'ucm-wrong-password' });
    expect(ucm.counters.wrongLogins).toBe(1);
    browser.password = 'another';
    await session.test();
    expect((await readCdrPage(session, day)).legs.length).toBeGreaterThan(1);
    expect(ucm.counters.wrongLogins).toBe(1);
  });

  it('does not send a password a second time within a minute when nobody answered the first', async () => {
    const { browser, asked, ucm } = await office({ story });
    const signed = () => asked.filter(({ headers }) => 'Authorization' in headers).length;
    browser.guard = { lastLogin: { host: `${ucm.host}:${ucm.port}`, at: browser.clock - 60_000, unanswered: 1 } };
    expect(await failureOf(readCdrPage(browser.start(), day))).toMatchObject({ code: 'ucm-login-paused', seconds: 60 });
    expect(signed()).toBe(0);
    browser.pass(61);
    await readCdrPage(browser.start(), day);
    expect(signed()).toBe(1);
  });

  it('says that this computer is not on the list of those permitted', async () => {
    const { browser, ucm } = await office({ permitted: [] });
    expect(await failureOf(browser.start().test())).toMatchObject({ code: 'ucm-no-permission' });
    expect(ucm.counters.wrongLogins).toBe(0);
  });

  it('plays a recording where the name needs its month; a missing one is gone', async () => {
    const { browser, ucm } = await office({ story });
    const session = browser.start();
    const { legs } = await readCdrPage(session, day);
    const name = legs.flatMap((leg) => leg.recordings)[0] ?? '';
    const file = await openRecording(session, { name, queue: false });
    expect(Buffer.from((await file.next()) ?? []).equals(tone(90))).toBe(true);
    ucm.removeRecording(name.slice(8));
    expect(await failureOf(openRecording(session, { name, queue: false }))).toMatchObject({ code: 'recording-gone' });
  });

  it('tells neither model nor clock', async () => {
    const { browser, asked } = await office();
    expect(await readAbout(browser.start(), now * 1000)).toEqual({});
    expect(asked).toEqual([]);
  });

  it('a test finds out that windows of time are not understood, which looks like days without calls', async () => {
    const row = { AcctId: '1', uniqueid: '1.1', start: '2026-11-23 09:05:00', src: '0612345678', dst: '201' };
    const deaf = async (parameters: object) => ({ cdr_root: 'startTime' in parameters ? [] : [row] });
    expect(await failureOf(proveWindow(deaf))).toMatchObject({ code: 'ucm-answer' });
    expect(await failureOf(proveWindow(async () => ({ cdr_root: [row] })))).toBe('no failure');
    expect(await failureOf(proveWindow(async () => ({ cdr_root: [] })))).toBe('no failure');
    const { browser } = await office({ story });
    expect(await failureOf(browser.start().test())).toBe('no failure');
  });

  it.each([
    ['+33612345678#201', '%2B33612345678%23201'],
    ["l'accueil & co", 'l%27accueil%20%26%20co'],
  ])('a name like %s reaches the UCM whole', async (name, written) => {
    const { browser, asked, ucm } = await office();
    await failureOf(browser.start().askFile('recapi', { filedir: 'monitor', filename: `2026-11/${name}.wav` }));
    expect(asked.at(-1)?.url).toContain(`filename=2026-11/${written}.wav`);
    expect(ucm.counters.wrongLogins).toBe(0);
  });

  it('lists the messages of the mailboxes and gives one, where the newer API has none', async () => {
    const { browser } = await office({ story: '09:05 in 0612345678 → 203 rang 20s → 203 voicemail 14s' });
    const session = browser.start();
    const [message = ''] = await readMessages(session);
    expect(message).toMatch(/^voicemail\/default\/203\//);
    const file = await openRecording(session, { name: message, queue: false });
    expect(file.length).toBe(tone(14).length);
    file.cancel();
    await expect(openRecording(session, { name: `${message}x`, queue: false })).rejects.toMatchObject({
      code: 'recording-gone',
    });
  });
});
