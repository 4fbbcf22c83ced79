import { AppError } from '../errors';
import type { HandsAnswer } from '../hands/hands';
import { readJson } from './body';
import { cdrParameters } from './cdr-request';
import type { ConsequenceDeps } from './consequence';
import type { CookieHeader } from './cookie-header';
import { fileOrError, type UcmFile } from './file';
import { type Asker, afterStop, isAhead, refusal, secondsUntil } from './guard';
import { createLine } from './line';
import { openNamed, type Parameters, type RequestOptions, sendNamed, timeoutOf } from './request';
import { restAddress, restRoot } from './rest-address';
import { restLogin } from './rest-login';
import { restRows } from './rest-rows';
import type { UcmSession, UcmSessionDeps } from './session';
import { type Account, type KeptSession, readAccount } from './session-state';
import { readAnswer } from './status';
import { longestWait, takenOver } from './taken';

export interface RestSessionDeps extends UcmSessionDeps {
  cookieHeader: CookieHeader;
}

/** ms: a session that ends before that was ended by somebody else's login */
const shortLife = 2 * 60_000;
const day = 86_400;

/** The answer, or that there is no session (any more). */
type Came<T> = { came: T } | 'no session';
type Send<T> = (url: string, cookies: { cookies?: true }) => Promise<Came<T>>;

/**
 * The simple REST form (section 7): a login with the password in clear, GETs with the session in the header `Cookie`. It has
 * the actions and parameters of the HTTPS API, as far as it can: what it cannot do fails as `ucm-not-this-action`.
 * The header is set by a rule of the browser where that is allowed and the login named a value; else the browser itself
 * keeps what the machine set with `Set-Cookie`. Where neither makes a session: `ucm-cookie-header`, once.
 */
export function createRestSession(deps: RestSessionDeps): UcmSession {
  const { hands, memory, guard, now, cookieHeader } = deps;
  const inLine = createLine();
  const consequences: ConsequenceDeps = { guard, now, pause };
  /** the value that the rule bears, as far as this worker knows */
  let ruled = '';

  async function kept(of: Account): Promise<KeptSession> {
    const known = await memory.read();
    return known?.account === of.id ? known : { account: of.id, issuedAt: 0 };
  }

  async function pause(of: Account, seconds: number): Promise<void> {
    await memory.write({ ...(await kept(of)), pausedUntil: now() + seconds * 1000 });
  }

  async function whoMay(asker: Asker): Promise<Account> {
    const who = await readAccount(deps);
    if (!who.https) throw new AppError('ucm-needs-https', { host: who.place });
    const refused = refusal(await guard.read(), who, asker, now());
    // Whoever has allowed the header since has acted.
    const cured = refused?.code === 'ucm-cookie-header' && (await cookieHeader.allowed());
    if (refused && !cured) throw refused;
    const { pausedUntil = 0, taken } = await kept(who);
    if (isAhead(pausedUntil, now(), 60_000)) throw waiting('ucm-busy', who, pausedUntil);
    if (asker === 'job' && taken && isAhead(taken.until, now(), longestWait)) {
      throw waiting('ucm-session-taken', who, taken.until);
    }
    return who;
  }

  function waiting(code: 'ucm-busy' | 'ucm-session-taken', of: Account, until: number): AppError {
    return new AppError(code, { host: of.place, seconds: secondsUntil(until, now()) });
  }

  async function open(who: Account, asker: Asker): Promise<KeptSession> {
    const { taken } = await kept(who);
    await clear();
    const cookie = await restLogin({ ...consequences, hands }, who, asker);
    const session = { account: who.id, cookie, issuedAt: now(), ...(taken && asker === 'job' ? { taken } : {}) };
    await memory.write(session);
    return session;
  }

  async function clear(): Promise<void> {
    ruled = '';
    await cookieHeader.clear();
  }

  /** How a request of this session is told from a stranger's: by the rule, else by what the browser keeps. */
  async function withSession(who: Account, cookie = ''): Promise<{ cookies?: true }> {
    if (cookie === '' || !(await cookieHeader.allowed())) return { cookies: true };
    if (ruled !== cookie) await cookieHeader.set(restRoot(who), cookie);
    ruled = cookie;
    return {};
  }

  /** One request with a living session; a second one when the first finds that it had ended. */
  async function perform<T>(who: Account, asker: Asker, url: string, send: Send<T>): Promise<T> {
    const before = await kept(who);
    // A person's test is a login, whatever there is already.
    const living = asker === 'job' && before.issuedAt > 0;
    const session = living ? before : await open(who, asker);
    const answer = await send(url, await withSession(who, session.cookie));
    if (answer !== 'no session') return answer.came;

    if (!living) throw await refusedAtOnce(who, session);
    const age = now() - session.issuedAt;
    const taken = age >= 0 && age < shortLife ? takenOver(session.taken, now(), deps.random()) : session.taken;
    await memory.write({ account: who.id, issuedAt: 0, ...(taken ? { taken } : {}) });
    if (age >= 0 && age < shortLife && taken) throw waiting('ucm-session-taken', who, taken.until);
    return perform(who, asker, url, send);
  }

  /**
   * The password was taken and the session is not: another login would end in the same way, and send the password in clear
   * once more. So a person has to act.
   */
  async function refusedAtOnce(who: Account, { cookie }: KeptSession): Promise<AppError> {
    const unset = cookie !== undefined && cookie !== '' && !(await cookieHeader.allowed());
    const error = unset
      ? new AppError('ucm-cookie-header', { host: who.place })
      : new AppError('ucm-answer', { host: who.place, reason: 'session refused' });
    await memory.write({ account: who.id, issuedAt: 0 });
    await guard.write(afterStop(await guard.read(), who, error));
    return error;
  }

  async function calls(asker: Asker, parameters: Parameters, options: RequestOptions): Promise<unknown> {
    const who = await whoMay(asker);
    const url = restAddress(who, 'cdrapi', parameters);
    if (url === undefined) return { cdr_root: [] };
    return perform(who, asker, url, async (address, cookies) => {
      const timeout = timeoutOf('cdrapi', options.timeout);
      const message = { url: address, method: 'GET' as const, headers: {}, timeout, ...cookies };
      const answer = await sendNamed(hands, who, message, options.signal);
      return answer.status === 401 ? 'no session' : { came: restRows(await bodyOf(answer, who)) };
    });
  }

  async function bodyOf(answer: HandsAnswer, who: Account): Promise<unknown> {
    await refuseStatus(answer.status, who);
    const body = readJson(answer, who.place);
    if (readAnswer(body).status === undefined) return body;
    throw new AppError('ucm-answer', { host: who.place, reason: 'HTTPS API' });
  }

  async function refuseStatus(status: number, who: Account): Promise<void> {
    if (status < 400) return;
    if (status === 429) {
      await pause(who, 60);
      throw new AppError('ucm-busy', { host: who.place, seconds: 60 });
    }
    const code = status === 403 ? 'ucm-no-permission' : 'ucm-answer';
    throw new AppError(code, { host: who.place, reason: `HTTP ${status}` });
  }

  async function file(action: string, parameters: Parameters, options: RequestOptions): Promise<UcmFile> {
    const who = await whoMay('job');
    const url = restAddress(who, action, parameters);
    // There is one place for recordings: what is not in it is nowhere.
    if (url === undefined) throw new AppError('ucm-answer', { host: who.place, reason: 'HTTP 404' });
    return perform(who, 'job', url, async (address, cookies) => {
      const timeout = timeoutOf(action, options.timeout);
      const message = { url: address, method: 'GET' as const, headers: {}, timeout, ...cookies };
      const stream = await openNamed(hands, who, message, options.signal);
      if (stream.status >= 400) stream.cancel();
      if (stream.status === 401) return 'no session';
      await refuseStatus(stream.status, who);
      const came = await fileOrError(stream, who.place);
      if (came.file) return { came: came.file };
      throw new AppError('ucm-answer', { host: who.place, subject: action, reason: 'JSON instead of a file' });
    });
  }

  return {
    ask: (action, parameters, options = {}) =>
      inLine(options.signal, async () => {
        if (action === 'cdrapi') return calls('job', parameters, options);
        const { place } = await readAccount(deps);
        throw new AppError('ucm-not-this-action', { host: place, subject: action, reason: 'REST' });
      }),

    askFile: (action, parameters, options = {}) => inLine(options.signal, () => file(action, parameters, options)),

    // The login alone does not tell whether its session is one: calls are asked for as well, a day's.
    test: (signal) =>
      inLine(signal, async () => {
        const until = Math.floor(now() / 1000) + day;
        await calls('person', cdrParameters({ from: until - 2 * day, until, offset: 0, limit: 1 }), { signal });
      }),

    // The form has no way to say goodbye: what is kept here of the session is forgotten.
    logout: () =>
      inLine(undefined, async () => {
        await memory.write(undefined);
        await clear();
      }),
  };
}
