import { AppError } from '../errors';
import type { Hands, HandsAnswer } from '../hands/hands';
import { readJson } from './body';
import { type ConsequenceDeps, consequence } from './consequence';
import { fileOrError, type UcmFile } from './file';
import { type Asker, isAhead, refusal, secondsUntil } from './guard';
import { createLine } from './line';
import { login } from './login';
import { openRequest, type Parameters, type RequestOptions, sendRequest } from './request';
import {
  type Account,
  type KeptSession,
  type LoginGuard,
  readAccount,
  type SessionMemory,
  type UcmSecret,
  type UcmTarget,
} from './session-state';
import { judge, readAnswer, type Verdict } from './status';
import { longestWait, takenOver } from './taken';

/** ms; the UCM ends a session after 10 minutes whatever was asked meanwhile (section 1.1) */
const cookieLife = 9 * 60_000;

/** ms: a session of ours that ends before that was ended by somebody else's login */
const shortLife = 2 * 60_000;

/** ms: nobody waits long for the end of a session */
const goodbye = 3000;

/** -8 is said of a timeout as well as of a session that has run out, and a young one has not. */
const stillBusy: Verdict = { act: 'wait', seconds: 15 };

export interface UcmSessionDeps {
  hands: Hands;
  /** undefined until set up */
  target(): Promise<UcmTarget | undefined>;
  secret(): Promise<UcmSecret | undefined>;
  memory: SessionMemory;
  guard: LoginGuard;
  /** ms since 1970 */
  now(): number;
  /** from 0 to below 1 */
  random(): number;
}

/** What readers of calls, of recordings, of the UCM itself need of a session. */
export interface UcmAsk {
  /** The JSON of the answer, whose status is good (or absent, as with cdrapi). Throws AppError. */
  ask(action: string, parameters: Parameters, options?: RequestOptions): Promise<unknown>;
  /** The same for an answer that is a file. The line is free as soon as it begins to come. */
  askFile(action: string, parameters: Parameters, options?: RequestOptions): Promise<UcmFile>;
}

export interface UcmSession extends UcmAsk {
  /**
   * One login that a person asked for: allowed although a refused password stopped the jobs, and less than a minute
   * after the last. Success lets the jobs go on; a failure is remembered again. Throws AppError.
   */
  test(signal?: AbortSignal): Promise<void>;
  /** Ends the session at the UCM, as well as that can be done; to be called before the credentials are dropped. */
  logout(): Promise<void>;
}

/**
 * One session for everything that asks a UCM: opened when needed, requests one after another.
 * It never waits out a pause itself, as a worker may not live that long: a call during one fails at once with the
 * seconds left (`ucm-busy`, `ucm-login-paused`, `ucm-session-taken`, `ucm-banned`), and an alarm asks again.
 */
export function createUcmSession(deps: UcmSessionDeps): UcmSession {
  const { memory, guard, now } = deps;
  const inLine = createLine();
  const consequences: ConsequenceDeps = { guard, now, pause };

  async function kept(of: Account): Promise<KeptSession> {
    const known = await memory.read();
    return known?.account === of.id ? known : { account: of.id, issuedAt: 0 };
  }

  async function pause(of: Account, seconds: number): Promise<void> {
    await memory.write({ ...(await kept(of)), pausedUntil: now() + seconds * 1000 });
  }

  async function refuseEarly(of: Account, asker: Asker): Promise<void> {
    const refused = refusal(await guard.read(), of, asker, now());
    if (refused) throw refused;
    const { pausedUntil = 0, taken } = await kept(of);
    if (isAhead(pausedUntil, now(), 60_000)) throw waiting('ucm-busy', of, pausedUntil);
    if (asker === 'job' && taken && isAhead(taken.until, now(), longestWait)) {
      throw waiting('ucm-session-taken', of, taken.until);
    }
  }

  function waiting(code: 'ucm-busy' | 'ucm-session-taken', of: Account, until: number): AppError {
    return new AppError(code, { host: of.place, seconds: secondsUntil(until, now()) });
  }

  async function open(of: Account, asker: Asker): Promise<string> {
    const cookie = await login({ ...consequences, hands: deps.hands }, of, asker);
    const { taken } = await kept(of);
    await memory.write({ account: of.id, cookie, issuedAt: now(), ...(taken && asker === 'job' ? { taken } : {}) });
    return cookie;
  }

  /** One request with a living session; a second one when the first finds that it had ended. */
  async function perform(action: string, parameters: Parameters, options: RequestOptions, wanted: 'json' | 'file') {
    const who = await readAccount(deps);
    await refuseEarly(who, 'job');
    while (true) {
      const session = await kept(who);
      const age = now() - session.issuedAt;
      const living = age >= 0 && age < cookieLife ? session.cookie : undefined;
      const cookie = living ?? (await open(who, 'job'));
      const request = { ...parameters, action, cookie };
      let answer: HandsAnswer;
      if (wanted === 'file') {
        const came = await fileOrError(await openRequest(deps.hands, who, request, options), who.place);
        if (came.file) return { file: came.file, body: undefined };
        answer = came.error;
      } else answer = await sendRequest(deps.hands, who, request, options);

      const body = readJson(answer, who.place);
      const said = readAnswer(body);
      const verdict = judge(said.status, 'action');
      if (verdict.act === 'ok') return { file: undefined, body };
      if (verdict.act !== 'login-again') throw await consequence(consequences, who, action, verdict, said);

      // An old session ends like that, and is opened again. A young one was ended by somebody else, and so is
      // each one that was opened a moment ago: this is also why the loop ends.
      const young = living === undefined || age < shortLife;
      if (young && said.status === -8) throw await consequence(consequences, who, action, stillBusy, said);
      const taken = young ? takenOver(session.taken, now(), deps.random()) : session.taken;
      await memory.write({ account: who.id, issuedAt: 0, ...(taken ? { taken } : {}) });
      if (young && taken) throw waiting('ucm-session-taken', who, taken.until);
    }
  }

  return {
    ask: (action, parameters, options = {}) =>
      inLine(options.signal, async () => (await perform(action, parameters, options, 'json')).body),

    askFile: (action, parameters, options = {}) =>
      inLine(options.signal, async () => {
        const { file } = await perform(action, parameters, options, 'file');
        if (!file) throw new AppError('ucm-answer', { subject: action, reason: 'JSON instead of a file' });
        return file;
      }),

    test: (signal) =>
      inLine(signal, async () => {
        const who = await readAccount(deps);
        await refuseEarly(who, 'person');
        await open(who, 'person');
      }),

    logout: () =>
      inLine(undefined, async () => {
        const session = await memory.read();
        await memory.write(undefined);
        const who = await readAccount(deps).catch(() => undefined);
        if (!session?.cookie || session.account !== who?.id) return;
        // Out of reach or already over: either way the session ends by itself within minutes.
        await sendRequest(deps.hands, who, { action: 'logout', cookie: session.cookie }, { timeout: goodbye }).catch(
          () => undefined,
        );
      }),
  };
}
