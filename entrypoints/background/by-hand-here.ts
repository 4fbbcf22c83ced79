import { AppError } from '../../lib/errors';
import type { TaskChange } from '../../lib/notes/call-task';
import { readLineKey } from '../../lib/store/columns';
import type { StateStore } from '../../lib/store/state';

const NAME = 'missed-by-hand';
/** what was kept before lines could be put off: keys of closed ones */
const CLOSED = 'missed-closed';
/** Lines remembered; what was done first is forgotten first. */
const KEPT = 5000;

type Here = Readonly<Record<string, TaskChange>>;

/**
 * What a person did with lines of missed calls that could not be told to Dolibarr, by key of the call. Names nobody but the
 * colleague it was given to. Kept in this browser alone.
 */
export function createByHandHere(state: StateStore) {
  let queue: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Here> {
    const kept = (await state.read(NAME)) as Here | undefined; // written below alone
    if (kept) return kept;
    const closed = ((await state.read(CLOSED)) as string[] | undefined) ?? []; // of an earlier version
    return Object.fromEntries(closed.map((key) => [key, { done: true }]));
  }

  function change(next: (before: Here) => Here): Promise<void> {
    const done = queue.then(async () => {
      const entries = Object.entries(next(await read()));
      await state.write(NAME, Object.fromEntries(entries.slice(-KEPT)));
    });
    // The next write starts whether or not this one failed; its caller has the failure.
    queue = done.catch(() => undefined);
    return done;
  }

  return {
    read,
    /** Throws AppError `invalid-question`, `store-full`, `store-broken`. */
    async add(key: string, told: TaskChange): Promise<void> {
      if (!readLineKey(key)) throw new AppError('invalid-question');
      await change(({ [key]: before, ...others }) => ({ ...others, [key]: { ...before, ...told } }));
    },
    /** Dolibarr has it now. */
    forget: (key: string): Promise<void> => change(({ [key]: _told, ...others }) => others),
  };
}
