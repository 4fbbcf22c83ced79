import { AppError } from '../errors';
import { authorization, type DigestChallenge, readChallenge } from './digest';
import { type Asker, afterAnswer, afterLogin, afterStop, beforeLogin, loginRefusal } from './guard';
import type { Account, LoginGuard, SessionMemory } from './session-state';

/** What is looked at of an answer, whole or in pieces. */
interface Head {
  status: number;
  authenticate?: string;
}

export interface DigestDeps {
  memory: SessionMemory;
  guard: LoginGuard;
  now(): number;
  /** from 0 to below 1 */
  random(): number;
}

export interface Exchange<A extends Head> {
  url: string;
  send(headers: Record<string, string>): Promise<A>;
  /** an answer that is not wanted: it asks for credentials or refuses them */
  drop?(answer: A): void;
}

export type DigestExchange = <A extends Head>(who: Account, asker: Asker, request: Exchange<A>) => Promise<A>;

/**
 * ms for which a nonce is used again. Much shorter than a UCM takes to start: so a 401 to one of ours cannot come from
 * its having forgotten the nonce.
 */
const nonceLife = 60_000;

/**
 * One GET with HTTP Digest. The first answer of the account to our credentials counts as its login, by the guard's rules;
 * a refusal at any time stops everything until a person acts, and is never tried again. A stale nonce is no refusal.
 * Throws AppError; any status but 401 is an answer.
 */
export function createDigestExchange({ memory, guard, now, random }: DigestDeps): DigestExchange {
  let known: { account: string; challenge: DigestChallenge; count: number; at: number } | undefined;

  async function isProven(who: Account): Promise<boolean> {
    const kept = await memory.read();
    return kept?.account === who.id && kept.cookie === undefined && kept.issuedAt > 0;
  }

  function use(who: Account, head: Head): void {
    const challenge = readChallenge(head.authenticate);
    if (!challenge) throw new AppError('ucm-answer', { host: who.place, reason: 'HTTP 401' });
    known = { account: who.id, challenge, count: 0, at: now() };
  }

  function signed(who: Account, url: string): Record<string, string> {
    if (!known) throw new AppError('ucm-answer', { host: who.place, reason: 'HTTP 401' });
    known.count += 1;
    const { pathname, search } = new URL(url);
    const cnonce = Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');
    const answer = { ...who, method: 'GET', uri: pathname + search, count: known.count, cnonce };
    return { Authorization: authorization(known.challenge, answer) };
  }

  async function refused(who: Account): Promise<AppError> {
    known = undefined;
    await memory.write(undefined);
    const error = new AppError('ucm-wrong-password', { host: who.place });
    await guard.write(afterStop(afterAnswer(await guard.read()), who, error));
    return error;
  }

  return async (who, asker, { url, send, drop }) => {
    const proven = await isProven(who);
    const early = proven ? undefined : loginRefusal(await guard.read(), who, asker, now());
    if (early) throw early;

    const age = known ? now() - known.at : -1;
    if (known?.account !== who.id || age < 0 || age >= nonceLife) {
      const bare = await send({});
      // Firmware of the oldest kind asks nobody for a name (section 1.2).
      if (bare.status !== 401) return bare;
      drop?.(bare);
      use(who, bare);
    }

    if (!proven) await guard.write(beforeLogin(await guard.read(), who, now()));
    let answer = await send(signed(who, url));
    if (answer.status === 401 && readChallenge(answer.authenticate)?.stale) {
      drop?.(answer);
      use(who, answer);
      answer = await send(signed(who, url));
    }
    if (answer.status === 401) {
      drop?.(answer);
      const stale = readChallenge(answer.authenticate)?.stale;
      if (!stale) throw await refused(who);
      known = undefined;
      if (!proven) await guard.write(afterAnswer(await guard.read()));
      throw new AppError('ucm-answer', { host: who.place, reason: 'stale nonce' });
    }
    if (!proven) {
      const taken = answer.status < 400 || answer.status === 404;
      await guard.write(taken ? afterLogin(await guard.read(), who) : afterAnswer(await guard.read()));
      if (taken) await memory.write({ account: who.id, issuedAt: now() });
    }
    return answer;
  };
}
