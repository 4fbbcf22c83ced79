import { AppError } from '../errors';
import type { Hands } from '../hands/hands';
import { readJson } from './body';
import { type ConsequenceDeps, consequence } from './consequence';
import { type Asker, afterAnswer, afterLogin, beforeLogin, loginRefusal } from './guard';
import { loginToken } from './md5';
import { sendRequest } from './request';
import type { Account } from './session-state';
import { judge, readAnswer, type UcmAnswer, type Verdict } from './status';

export interface LoginDeps extends ConsequenceDeps {
  hands: Hands;
}

/**
 * Opens a session and gives its cookie: challenge, token, cookie (section 1.1), one try.
 * Not abortable: a token that was sent counts, so its answer is worth waiting for (10 s at most).
 * Throws AppError; what may not be tried again by itself is remembered in the guard first.
 */
export async function login(deps: LoginDeps, account: Account, asker: Asker): Promise<string> {
  const { guard, now } = deps;
  const refused = loginRefusal(await guard.read(), account, asker, now());
  if (refused) throw refused;

  const first = await ask(deps, account, { action: 'challenge', version: '1.0' });
  const challenge = first.response?.challenge;
  if (!challenge || hasCaptcha(first) || !isOk(first)) throw await failure(deps, account, 'challenge', first);

  await guard.write(beforeLogin(await guard.read(), account, now()));
  const second = await ask(deps, account, { action: 'login', token: loginToken(challenge, account.password) });
  await guard.write(afterAnswer(await guard.read()));
  const cookie = second.response?.cookie;
  if (!cookie || !isOk(second)) throw await failure(deps, account, 'login', second);

  await guard.write(afterLogin(await guard.read(), account));
  return cookie;
}

async function ask(deps: LoginDeps, account: Account, request: { action: string; [name: string]: string }) {
  const reply = await sendRequest(deps.hands, account, { ...request, user: account.user });
  const answer = readAnswer(readJson(reply, account.place));
  // cdrapi alone may leave out the status: whatever answers a login without one is no UCM.
  if (answer.status === undefined) throw new AppError('ucm-answer', { host: account.place, reason: 'no status' });
  return answer;
}

function isOk(answer: UcmAnswer): boolean {
  return judge(answer.status, 'login').act === 'ok';
}

function hasCaptcha(answer: UcmAnswer): boolean {
  return Boolean(answer.response?.captcha_filename);
}

async function failure(deps: LoginDeps, account: Account, action: string, answer: UcmAnswer): Promise<AppError> {
  const said = judge(answer.status, 'login');
  // Only a person can read a captcha, and each try without it counts as a wrong one.
  const captcha: Verdict = { act: 'stop', code: 'ucm-captcha' };
  const verdict = hasCaptcha(answer) && said.act !== 'ban' ? captcha : said;
  if (verdict.act === 'ok') return new AppError('ucm-answer', { host: account.place, reason: `no ${action}` });
  return consequence(deps, account, action, verdict, answer);
}
