import { AppError } from '../errors';
import type { Hands, HandsAnswer } from '../hands/hands';
import { readJson } from './body';
import { type ConsequenceDeps, consequence } from './consequence';
import { type Asker, afterAnswer, afterLogin, beforeLogin, loginRefusal, unheardLogin } from './guard';
import { loginToken } from './md5';
import { sendRequest } from './request';
import type { Account } from './session-state';
import { judge, readAnswer, type UcmAnswer, type Verdict } from './status';

/** ms for which a session that another worker opened is as good as one's own */
const freshness = 90_000;

export interface LoginDeps extends ConsequenceDeps {
  hands: Hands;
}

/**
 * Opens a session and gives its cookie: challenge, token, cookie (section 1.1), one try.
 * Not abortable: a token that was sent counts, so its answer is worth waiting for (10 s at most), also when the worker that
 * sent it was stopped meanwhile: a password that was refused then is not tried a second time.
 * Throws AppError; what may not be tried again by itself is remembered in the guard first.
 */
export async function login(deps: LoginDeps, account: Account, asker: Asker): Promise<string> {
  const { guard, now } = deps;
  const before = asker === 'job' ? await unheard(deps, account) : undefined;
  if (before) return conclude(deps, account, before);

  const refused = loginRefusal(await guard.read(), account, asker, now());
  if (refused) throw refused;

  const first = await ask(deps, account, { action: 'challenge', version: '1.0' });
  const challenge = first.response?.challenge;
  if (!challenge || hasCaptcha(first) || !isOk(first)) throw await failure(deps, account, 'challenge', first);

  const keep = `login ${now()}`;
  await guard.write(beforeLogin(await guard.read(), account, now(), keep));
  const token = loginToken(challenge, account.password);
  return conclude(deps, account, await ask(deps, account, { action: 'login', token }, keep));
}

/** What the UCM said to the token of a worker that did not live to hear it. A good answer opens a session like any other. */
async function unheard({ hands, guard, now }: LoginDeps, account: Account): Promise<UcmAnswer | undefined> {
  const state = await guard.read();
  const name = unheardLogin(state, account);
  if (name === undefined) return undefined;
  // whoever kept it may be gone: then nobody knows, as if no answer had come
  const reply = await hands.kept?.(name).catch(() => undefined);
  const answer = reply && answerIn(reply, account);
  if (answer?.status === undefined) return undefined;
  // Of an old session nobody knows how long it lives: it is an answer, and another one is opened.
  const isOld = now() - (state.lastLogin?.at ?? 0) > freshness;
  if (!isOk(answer) || !isOld) return answer;
  await guard.write(afterAnswer(state));
  return undefined;
}

/** Undefined where it is no answer of a UCM: that tells as little as none. */
function answerIn(reply: HandsAnswer, { place }: Account): UcmAnswer | undefined {
  try {
    return readAnswer(readJson(reply, place));
  } catch {
    // the worker that asked has told of it already, if it lived
    return undefined;
  }
}

async function conclude(deps: LoginDeps, account: Account, answer: UcmAnswer): Promise<string> {
  const { guard } = deps;
  await guard.write(afterAnswer(await guard.read()));
  const cookie = answer.response?.cookie;
  if (!cookie || !isOk(answer)) throw await failure(deps, account, 'login', answer);

  await guard.write(afterLogin(await guard.read(), account));
  return cookie;
}

async function ask(
  deps: LoginDeps,
  account: Account,
  request: { action: string; [name: string]: string },
  keep?: string,
) {
  const reply = await sendRequest(deps.hands, account, { ...request, user: account.user }, { keep });
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
