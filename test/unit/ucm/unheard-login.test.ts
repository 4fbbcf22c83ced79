import { describe, expect, test } from 'vitest';
import { accountOf } from '../../../lib/ucm/session-state';
import { createBrowser, createFakeUcm, failureOf } from './fake-ucm';

const host = 'pbx.example:8089';
const rows = { format: 'json' };

describe('a worker that was stopped before it heard the answer to its login', () => {
  /** As it leaves browser and document: the token is on its way, and no answer was heard. */
  function stoppedInLogin(said: Record<string, unknown>) {
    const ucm = createFakeUcm();
    const browser = createBrowser(ucm);
    if (!browser.target || !browser.secret) throw new Error('nothing is set up');
    const { id } = accountOf(browser.target, browser.secret);
    const sent = { name: 'login 1', account: id };
    browser.guard = { lastLogin: { host, at: browser.clock, unanswered: 1, sent } };
    const bytes = new TextEncoder().encode(JSON.stringify(said));
    ucm.kept.set('login 1', Promise.resolve({ status: 200, contentType: '', bytes }));
    return { ucm, browser, session: browser.startWorker() };
  }

  test('leaves it to the next one: a wrong password is not tried a second time, however long it takes', async () => {
    const { ucm, browser } = stoppedInLogin({ status: -37, response: { remain_num: 4 } });
    browser.pass(3600);
    for (let restart = 0; restart < 3; restart += 1) {
      const failure = await failureOf(browser.startWorker().ask('cdrapi', rows));
      expect(failure).toEqual({ code: 'ucm-wrong-password', host, remaining: 4 });
      browser.pass(3600);
    }
    expect(ucm.heard).toEqual([]);
  });

  test('leaves its session to the next one, which need not log in', async () => {
    const { ucm, session } = stoppedInLogin({ status: 0, response: { cookie: 'sid1-1771597757' } });
    ucm.living.add('sid1-1771597757');
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
    expect(ucm.heard.map((one) => one.action)).toEqual(['cdrapi']);
  });

  test('long ago has no session left, and costs one login', async () => {
    const { ucm, browser, session } = stoppedInLogin({ status: 0, response: { cookie: 'sid1-1771597757' } });
    browser.pass(900);
    expect(await session.ask('cdrapi', rows)).toEqual({ cdr_root: [] });
    expect(ucm.heard.map((one) => one.action)).toEqual(['challenge', 'login', 'cdrapi']);
  });

  test('and got a web page instead has no answer: after a while there is another login', async () => {
    const { ucm, browser, session } = stoppedInLogin({});
    const bytes = new TextEncoder().encode('<html>Welcome</html>');
    ucm.kept.set('login 1', Promise.resolve({ status: 200, contentType: 'text/html', bytes }));
    expect(await failureOf(session.ask('cdrapi', rows))).toMatchObject({ code: 'ucm-login-paused' });
    browser.pass(120);
    expect(await browser.startWorker().ask('cdrapi', rows)).toEqual({ cdr_root: [] });
  });

  test('says nothing of a password that was entered since', async () => {
    const { ucm, browser } = stoppedInLogin({ status: -37, response: {} });
    browser.secret = { password: ucm.password, credential: 'saved-2' };
    browser.pass(600);
    expect(await browser.startWorker().ask('cdrapi', rows)).toEqual({ cdr_root: [] });
  });
});
