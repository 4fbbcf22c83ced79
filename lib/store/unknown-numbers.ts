import type { StateStore } from './state';

/** What was decided about a number nobody had. Times: UTC epoch ms. */
export type Decision =
  | { what: 'ignored'; at: number }
  | {
      what: 'created';
      at: number;
      /** of the thirdparty; 0 as long as no answer came */
      id: number;
      name: string;
      own: boolean;
      /** looked at again so many times: some seconds after, and at a later synchronisation */
      checks: number;
      doubles: number[];
    }
  | {
      what: 'attached';
      at: number;
      kind: 'thirdparty' | 'contact';
      id: number;
      name: string;
      company: string;
      field: string;
      stored: string;
      /** false: the number stood there before */
      written?: boolean;
    };

export interface UnknownRecord {
  /** of this browser, in the references of the thirdparties it makes */
  mark: string;
  /** when numbers began to become thirdparties by themselves; undefined while they do not */
  automaticSince?: number;
  /** by digits */
  decisions: Record<string, Decision>;
}

/** Decisions about unknown numbers, as one record of the state. */
export interface UnknownStore {
  read(): Promise<UnknownRecord>;
  decide(digits: string, decision: Decision | undefined): Promise<void>;
  automaticSince(since: number | undefined): Promise<void>;
  /** another Dolibarr: what was made or written there means nothing here; what is ignored stays so */
  forgetDolibarr(): Promise<void>;
}

const NAME = 'unknown-numbers';

/** `newMark`: letters and digits by chance. */
export function createUnknownStore(state: StateStore, newMark: () => string): UnknownStore {
  let writing: Promise<unknown> = Promise.resolve();

  async function read(): Promise<UnknownRecord> {
    const kept = (await state.read(NAME)) as UnknownRecord | undefined; // written below and by nobody else
    return kept ?? { mark: newMark(), decisions: {} };
  }

  /** One after the other: each is made of what the one before left. */
  function change(next: (record: UnknownRecord) => UnknownRecord): Promise<void> {
    const work = writing.then(async () => state.write(NAME, next(await read())));
    // whoever asked hears of a failure; the next write is not to fail with it
    writing = work.catch(() => undefined);
    return work;
  }

  return {
    async read() {
      await writing;
      const record = await read();
      // the mark stays the same from the first look on
      if ((await state.read(NAME)) === undefined) await change((now) => ({ ...now, mark: record.mark }));
      return record;
    },
    decide: (digits, decision) =>
      change(({ decisions, ...record }) => {
        const { [digits]: _old, ...others } = decisions;
        return { ...record, decisions: decision ? { ...others, [digits]: decision } : others };
      }),
    automaticSince: (since) =>
      change(({ automaticSince: _old, ...record }) => ({
        ...record,
        ...(since === undefined ? {} : { automaticSince: since }),
      })),
    forgetDolibarr: () =>
      change(({ decisions, ...record }) => ({
        ...record,
        decisions: Object.fromEntries(Object.entries(decisions).filter(([, { what }]) => what === 'ignored')),
      })),
  };
}
