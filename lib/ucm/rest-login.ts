import * as z from 'zod/mini';
import { AppError, type ErrorCode } from '../errors';
import type { Hands, HandsAnswer } from '../hands/hands';
import { readJson } from './body';
import { type ConsequenceDeps, consequence } from './consequence';
import { type Asker, afterAnswer, afterLogin, beforeLogin, loginRefusal } from './guard';
import { sendNamed, sendRequest, timeoutOf } from './request';
import { restRoot } from './rest-address';
import type { Account } from './session-state';
import { judge, readAnswer } from './status';

export interface RestLoginDeps extends ConsequenceDeps {
  hands: Hands;
}

const successSchema = z.object({ response: z.literal('success'), cookie: z.optional(z.string()) });
const refusedSchema = z.object({ response: z.string() });

/** A session's name as it may stand in a header: longer or other text was not meant as one. */
const isHeader = /^[\x21-\x7e][\x20-\x7e]{0,4095}$/;

/**
 * Opens a session of the simple REST form (section 7), one try; gives what the header `Cookie` must say from then on, ''
 * where the answer says nothing of it. The password goes in clear: only over HTTPS, and only after the machine at this
 * very port has shown that it does not have the HTTPS API, whatever was found earlier or is set.
 * Throws AppError; whatever refuses a password that was sent stops the jobs, as with the other dialects.
 */
export async function restLogin(deps: RestLoginDeps, account: Account, asker: Asker): Promise<string> {
  const { guard, hands, now } = deps;
  const host = account.place;
  const refused = loginRefusal(await guard.read(), account, asker, now());
  if (refused) throw refused;
  await ruleOutHttpsApi(hands, account);

  await guard.write(beforeLogin(await guard.read(), account, now()));
  const answer = await sendNamed(
    hands,
    account,
    {
      url: `${restRoot(account)}login`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: account.user, password: account.password }),
      // a session that only the browser is told about
      cookies: true,
      timeout: timeoutOf('login', undefined),
    },
    undefined,
  );
  await guard.write(afterAnswer(await guard.read()));
  if (answer.status === 429) throw await consequence(deps, account, 'login', { act: 'wait', seconds: 60 }, {});
  if (answer.status === 401) throw await stop(deps, account, 'ucm-wrong-password');
  if (answer.status === 403) throw await stop(deps, account, 'ucm-no-permission');

  const body = readJson(answer, host);
  const success = successSchema.safeParse(body);
  if (answer.status === 200 && success.success) {
    await guard.write(afterLogin(await guard.read(), account));
    const cookie = success.data.cookie ?? '';
    return isHeader.test(cookie) ? cookie : '';
  }
  const said = readAnswer(body);
  const verdict = judge(said.status, 'login');
  if (verdict.act !== 'ok' && verdict.act !== 'fail') throw await consequence(deps, account, 'login', verdict, said);
  // It took the question for what it is, and says no: there is no list of the words for it.
  if (refusedSchema.safeParse(body).success) throw await stop(deps, account, 'ucm-wrong-password');
  throw new AppError('ucm-answer', { host, reason: said.status === undefined ? `HTTP ${answer.status}` : 'HTTPS API' });
}

/** Throws AppError `ucm-answer` where the HTTPS API answers, or where it cannot be told that it does not. */
async function ruleOutHttpsApi(hands: Hands, account: Account): Promise<void> {
  const request = { action: 'challenge', user: account.user, version: '1.0' };
  const answer = await sendRequest(hands, account, request);
  const host = account.place;
  if (answer.status === 403) throw new AppError('ucm-no-permission', { host, reason: 'HTTP 403' });
  if (answer.status >= 500) throw new AppError('ucm-answer', { host, reason: `HTTP ${answer.status}` });
  if (bearsStatus(answer, host)) throw new AppError('ucm-answer', { host, reason: 'HTTPS API' });
}

/** A number as status: only a UCM's own API answers with one. */
function bearsStatus(answer: HandsAnswer, host: string): boolean {
  try {
    return readAnswer(readJson(answer, host)).status !== undefined;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function stop(deps: RestLoginDeps, account: Account, code: ErrorCode): Promise<AppError> {
  return consequence(deps, account, 'login', { act: 'stop', code }, {});
}
