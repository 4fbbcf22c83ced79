import { AppError, type ErrorCode } from '../errors';
import { createCdrSession } from './cdr-session';
import { type Asker, refusal } from './guard';
import { createLine } from './line';
import { type Dialect, type FoundDialect, findDialect } from './probe';
import { createUcmSession, type UcmSession, type UcmSessionDeps } from './session';
import { accountOf, readAccount, type UcmTarget } from './session-state';

/** What a dialect that is no longer spoken there fails with. */
const silent: readonly ErrorCode[] = ['ucm-answer', 'ucm-refused', 'ucm-timeout', 'ucm-unreachable'];

/** What was found, and where it was looked for: another address is looked at anew. */
export interface KeptDialect extends FoundDialect {
  place: string;
}

export interface UcmDeps extends UcmSessionDeps {
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
 * The UCM in whatever dialect it speaks. It is found out once, before the first question, and again when a person tests
 * a connection that no longer answers, since a new firmware may have brought the other one. A job keeps to what was found.
 */
export function createUcm(deps: UcmDeps): Ucm {
  const inLine = createLine();
  const there: UcmSessionDeps = {
    ...deps,
    async target() {
      const set = await deps.target();
      return set && { ...set, port: (await known(set))?.port ?? set.port };
    },
  };
  const sessions = { https: createUcmSession(there), cdr: createCdrSession(there) };

  async function known(set: UcmTarget): Promise<FoundDialect | undefined> {
    const chosen = await deps.dialect();
    if (chosen !== 'auto') return { dialect: chosen, port: set.port };
    const kept = await deps.found.read();
    return kept?.place === placeOf(set) ? kept : undefined;
  }

  async function sessionFor(asker: Asker, signal: AbortSignal | undefined): Promise<UcmSession> {
    const before = await known(await readAccount(deps));
    return before ? sessions[before.dialect] : look(asker, signal);
  }

  async function look(asker: Asker, signal: AbortSignal | undefined): Promise<UcmSession> {
    const set = await readAccount(deps);
    const who = accountOf({ ...set, port: (await known(set))?.port ?? set.port }, set);
    const refused = refusal(await deps.guard.read(), who, asker, deps.now());
    if (refused) throw refused;
    const found = await findDialect(deps.hands, set, signal);
    await deps.found.write({ place: placeOf(set), ...found });
    return sessions[found.dialect];
  }

  // Who looks stands in line, so that two jobs at once look once.
  const session = (asker: Asker, signal: AbortSignal | undefined) => inLine(signal, () => sessionFor(asker, signal));

  async function spoken(): Promise<Dialect | undefined> {
    const set = await deps.target();
    return set && (await known(set))?.dialect;
  }

  return {
    spoken,
    ask: async (action, parameters, options = {}) =>
      (await session('job', options.signal)).ask(action, parameters, options),
    askFile: async (action, parameters, options = {}) =>
      (await session('job', options.signal)).askFile(action, parameters, options),
    async test(signal) {
      const before = await deps.guard.read();
      try {
        return await (await session('person', signal)).test(signal);
      } catch (error) {
        const other = error instanceof AppError && silent.includes(error.code) && (await deps.dialect()) === 'auto';
        // A password that was sent may have been looked at: one press of the button is one try.
        const sent = (await deps.guard.read()).lastLogin?.at !== before.lastLogin?.at;
        if (!other || sent || (await spoken()) === undefined) throw error;
      }
      return (await inLine(signal, () => look('person', signal))).test(signal);
    },
    logout: async () => sessions[(await spoken()) ?? 'https'].logout(),
  };
}

function placeOf({ https, host, port }: UcmTarget): string {
  return JSON.stringify([https, host, port]);
}
