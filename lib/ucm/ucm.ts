import { AppError, type ErrorCode } from '../errors';
import { createCdrSession } from './cdr-session';
import { type Asker, refusal } from './guard';
import { createLine } from './line';
import { type Dialect, type FoundDialect, findDialect } from './probe';
import { createRestSession, type RestSessionDeps } from './rest-session';
import { createUcmSession, type UcmSession } from './session';
import { accountOf, readAccount, type UcmTarget } from './session-state';

/** What a dialect that is no longer spoken there fails with. */
const silent: readonly ErrorCode[] = ['ucm-answer', 'ucm-refused', 'ucm-timeout', 'ucm-unreachable'];

/** What was found, and where it was looked for: another address is looked at anew. */
export interface KeptDialect extends FoundDialect {
  place: string;
}

export interface UcmDeps extends RestSessionDeps {
  /** as it is set */
  dialect(): Promise<'auto' | Dialect>;
  /** kept by the caller where no restart loses it */
  found: { read(): Promise<KeptDialect | undefined>; write(kept: KeptDialect): Promise<void> };
}

export interface Ucm extends UcmSession {
  /** how it speaks, as far as that is set or was found */
  spoken(): Promise<Dialect | undefined>;
}

/**
 * The UCM in whatever dialect it speaks. It is found out once, by the first question, and again when a person tests
 * a connection that no longer answers, since a new firmware may have brought the other one. A job keeps to what was found.
 */
export function createUcm(deps: UcmDeps): Ucm {
  const inLine = createLine();
  const there: RestSessionDeps = {
    ...deps,
    async target() {
      const set = await deps.target();
      return set && { ...set, port: (await known(set))?.port ?? set.port };
    },
  };
  const sessions = { https: createUcmSession(there), cdr: createCdrSession(there), rest: createRestSession(there) };

  async function known(set: UcmTarget): Promise<FoundDialect | undefined> {
    const chosen = await deps.dialect();
    if (chosen !== 'auto') return { dialect: chosen, port: set.port };
    const kept = await deps.found.read();
    return kept?.place === placeOf(set) ? kept : undefined;
  }

  /**
   * The likeliest dialect is tried by the question itself, so that where it is the right one nothing is asked twice. What
   * was found or set is final for a job.
   */
  async function speak<T>(
    asker: Asker,
    signal: AbortSignal | undefined,
    use: (session: UcmSession) => Promise<T>,
  ): Promise<T> {
    const set = await readAccount(deps);
    const before = await known(set);
    const likeliest = before ?? { dialect: 'https', port: set.port };
    const final = (before && asker === 'job') || (await deps.dialect()) !== 'auto';
    const { lastLogin } = await deps.guard.read();
    try {
      const answer = await use(sessions[likeliest.dialect]);
      if (!before) await deps.found.write({ place: placeOf(set), ...likeliest });
      return answer;
    } catch (error) {
      if (final || !(error instanceof AppError) || !silent.includes(error.code)) throw error;
      // A password that was sent may have been looked at: one question, one press of the button is one try.
      if ((await deps.guard.read()).lastLogin?.at !== lastLogin?.at) throw error;
      // Who looks stands in line, so that two jobs at once look once.
      return use(await inLine(signal, () => look(asker, { ...likeliest, error }, signal)));
    }
  }

  async function look(
    asker: Asker,
    tried: FoundDialect & { error: AppError },
    signal: AbortSignal | undefined,
  ): Promise<UcmSession> {
    const set = await readAccount(deps);
    const meanwhile = await known(set);
    if (meanwhile && (meanwhile.dialect !== tried.dialect || meanwhile.port !== tried.port)) {
      return sessions[meanwhile.dialect];
    }
    const refused = refusal(await deps.guard.read(), accountOf({ ...set, port: tried.port }, set), asker, deps.now());
    if (refused) throw refused;
    const found = await findDialect(deps.hands, set, tried, asker, signal);
    await deps.found.write({ place: placeOf(set), ...found });
    return sessions[found.dialect];
  }

  async function spoken(): Promise<Dialect | undefined> {
    const set = await deps.target();
    return set && (await known(set))?.dialect;
  }

  return {
    spoken,
    ask: (action, parameters, options = {}) =>
      speak('job', options.signal, (session) => session.ask(action, parameters, options)),
    askFile: (action, parameters, options = {}) =>
      speak('job', options.signal, (session) => session.askFile(action, parameters, options)),
    test: (signal) => speak('person', signal, (session) => session.test(signal)),
    async logout() {
      await sessions[(await spoken()) ?? 'https'].logout();
      // Whatever was spoken before, no header outlives the session.
      await deps.cookieHeader.clear();
    },
  };
}

function placeOf({ https, host, port }: UcmTarget): string {
  return JSON.stringify([https, host, port]);
}
