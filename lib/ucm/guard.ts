import { AppError } from '../errors';
import type { Account, GuardState } from './session-state';

/** Who asks: a job by itself, or a person who has just pressed a button. */
export type Asker = 'job' | 'person';

/** ms between two logins that nobody asked for; doubled for each one in a row that was never answered, up to an hour */
const loginGap = 60_000;
const longestGap = 3_600_000;

/** Seconds a ban lasts when the UCM does not say (its default), and the longest we believe it. */
const usualBan = 300;
const longestBan = 86_400;

/**
 * Why nothing at all may be asked now, or undefined. A ban holds for everyone, as asking may prolong it; a refused
 * password holds for jobs alone, until the credentials are saved again or a person's test goes well.
 */
export function refusal(state: GuardState, account: Account, asker: Asker, now: number): AppError | undefined {
  const { ban, stopped } = state;
  if (ban && ban.host === account.place && isAhead(ban.until, now, longestBan * 1000)) {
    return new AppError('ucm-banned', { host: account.place, seconds: secondsUntil(ban.until, now) });
  }
  if (asker === 'job' && stopped && stopped.credential === account.id) {
    return new AppError(stopped.code, stopped.detail);
  }
  return undefined;
}

/** Why a login may not be tried now although asking is allowed, or undefined. */
export function loginRefusal(state: GuardState, account: Account, asker: Asker, now: number): AppError | undefined {
  const last = state.lastLogin;
  if (asker === 'person' || !last || last.host !== account.place) return undefined;
  const until = last.at + Math.min(loginGap * 2 ** last.unanswered, longestGap);
  if (!isAhead(until, now, longestGap)) return undefined;
  return new AppError('ucm-login-paused', { host: account.place, seconds: secondsUntil(until, now) });
}

/** Written before a token is sent, so that a worker killed in between has counted it. */
export function beforeLogin(state: GuardState, account: Account, now: number, name?: string): GuardState {
  const unanswered = state.lastLogin?.host === account.place ? state.lastLogin.unanswered : 0;
  const sent = name === undefined ? {} : { sent: { name, account: account.id } };
  return { ...state, lastLogin: { host: account.place, at: now, unanswered: unanswered + 1, ...sent } };
}

/** The UCM took the password: nothing is held against it any more. */
export function afterLogin(state: GuardState, account: Account): GuardState {
  return state.lastLogin ? { lastLogin: { ...state.lastLogin, host: account.place, unanswered: 0 } } : {};
}

/** Name of the request whose token of this account was never answered, as far as this worker or one before it has heard. */
export function unheardLogin({ lastLogin }: GuardState, account: Account): string | undefined {
  const { host, unanswered, sent } = lastLogin ?? {};
  return host === account.place && unanswered && sent?.account === account.id ? sent.name : undefined;
}

/** Any answer to a token, good or bad, is an answer. */
export function afterAnswer(state: GuardState): GuardState {
  return state.lastLogin ? { ...state, lastLogin: { ...state.lastLogin, unanswered: 0 } } : state;
}

export function afterStop(state: GuardState, account: Account, error: AppError): GuardState {
  return { ...state, stopped: { code: error.code, detail: error.detail, credential: account.id } };
}

/**
 * Whoever caused the ban may cause the next one: when it is over, jobs still wait for a person. A password refused
 * before stays the reason, as only a person can tell whether it was right.
 */
export function afterBan(state: GuardState, account: Account, seconds: number, now: number): GuardState {
  const over = new AppError('ucm-ban-over', { host: account.place });
  const stopped = state.stopped?.credential === account.id ? state : afterStop(state, account, over);
  return { ...stopped, ban: { host: account.place, until: now + seconds * 1000 } };
}

/** Seconds of a ban as the UCM states them, within reason: it may say 0 for ever. */
export function banSeconds(said: number | undefined): number {
  return Math.min(said !== undefined && said > 0 ? said : usualBan, longestBan);
}

/** What lies further ahead than it ever could was written before the clock was set back, and holds nobody. */
export function isAhead(until: number, now: number, longest: number): boolean {
  return until > now && until <= now + longest;
}

/** Whole seconds, never 0: what is not over yet takes one more. */
export function secondsUntil(until: number, now: number): number {
  return Math.max(1, Math.ceil((until - now) / 1000));
}
