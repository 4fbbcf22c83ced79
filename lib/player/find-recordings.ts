import { isMessageOf } from '../calls/message-of';
import { isRecordingOf } from '../calls/recording-of';
import type { UnnamedCall } from '../calls/unnamed-call';
import { AppError } from '../errors';
import type { StateStore } from '../store/state';

export interface FindDeps {
  state: StateStore;
  /** names of the recordings of a leg; throws AppError `ucm-not-this-action` where that cannot be asked */
  namesOfLeg(acctId: string): Promise<string[]>;
  /** names of the messages in all mailboxes; undefined where the UCM gives none */
  messages(): Promise<string[] | undefined>;
  /** UTC epoch ms */
  now(): number;
}

export interface FoundRecordings {
  /** what was found of a call before, without asking anybody; names with their month folder */
  known(key: string): Promise<string[]>;
  /** Asks the UCM, unless it was asked lately; undefined where it cannot be asked. Throws what the UCM's session throws. */
  find(call: UnnamedCall): Promise<string[] | undefined>;
  /** of calls, by their keys, that are gone: names of files hold numbers */
  forget(keys: readonly string[]): Promise<void>;
}

interface Remembered {
  /** by call, the last 300 */
  calls: Record<string, { names: string[]; at: number }>;
  /** UTC epoch ms until which this UCM need not be asked: it lacks the action */
  deafUntil: number;
}

const STATE = 'found-recordings';
const kept = 300;
const day = 86_400_000;
/** ms for which "none" holds: of a call that ended a while ago, and of one whose file may still be coming */
const noneFor = { old: day, fresh: 30_000 };
const fresh = 15 * 60_000;
/** before a message's name */
const folder = /^voicemail\/[^/]+\//;
/** of a call with more talks than this the first tell enough */
const mostLegs = 5;

/** Recordings that the call history does not name, looked for one call at a time, when a person opens its line. */
export function createFoundRecordings({ state, namesOfLeg, messages, now }: FindDeps): FoundRecordings {
  async function read(): Promise<Remembered> {
    return ((await state.read(STATE)) as Remembered | undefined) ?? { calls: {}, deafUntil: 0 }; // written below alone
  }

  async function remember(key: string, names: string[]): Promise<void> {
    const before = await read();
    const { [key]: _old, ...others } = before.calls;
    const calls = Object.fromEntries(Object.entries({ ...others, [key]: { names, at: now() } }).slice(-kept));
    await state.write(STATE, { ...before, calls });
  }

  return {
    async forget(keys) {
      const before = await read();
      const gone = new Set(keys);
      const calls = Object.fromEntries(Object.entries(before.calls).filter(([key]) => !gone.has(key)));
      await state.write(STATE, { ...before, calls });
    },

    known: async (key) => (await read()).calls[key]?.names ?? [],

    async find(call) {
      const { calls, deafUntil } = await read();
      const before = calls[call.key];
      if (before && before.names.length > 0) return before.names;
      const age = now() - (call.start + call.duration) * 1000;
      const holds = age < fresh ? noneFor.fresh : noneFor.old;
      if (before && now() - before.at < holds) return [];
      const names = new Set<string>();
      const left = call.messages.length > 0 ? await messages() : undefined;
      for (const message of call.messages) {
        for (const name of left ?? []) if (isMessageOf(name.replace(folder, ''), message)) names.add(name);
      }
      const deaf = deafUntil > now() && deafUntil <= now() + day;
      if (names.size === 0 && !left && (deaf || call.acctIds.length === 0)) return undefined;
      try {
        for (const acctId of deaf ? [] : call.acctIds.slice(0, mostLegs)) {
          for (const name of await namesOfLeg(acctId)) if (isRecordingOf(name, call)) names.add(name);
        }
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'ucm-not-this-action') throw error;
        await state.write(STATE, { ...(await read()), deafUntil: now() + day });
        if (!left) return undefined;
      }
      await remember(call.key, [...names]);
      return [...names];
    },
  };
}
