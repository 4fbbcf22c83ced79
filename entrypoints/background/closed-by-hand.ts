import { AppError } from '../../lib/errors';
import type { StateStore } from '../../lib/store/state';

const NAME = 'missed-closed';
/** Lines remembered; the ones closed first are forgotten first. */
const KEPT = 5000;

/** Which lines of missed calls a person closed, as keys of calls: nothing that names anybody. Kept in this browser alone. */
export function createClosedByHand(state: StateStore) {
  let queue: Promise<unknown> = Promise.resolve();
  const read = async () => ((await state.read(NAME)) as string[] | undefined) ?? []; // written below alone

  return {
    keys: async (): Promise<ReadonlySet<string>> => new Set(await read()),
    /** Throws AppError `store-full`, `store-broken`. */
    set(key: string, closed: boolean): Promise<void> {
      if (!/^\d{1,10}-[0-9a-z]{1,7}$/.test(key)) return Promise.reject(new AppError('invalid-question'));
      const next = queue.then(async () => {
        const others = (await read()).filter((one) => one !== key);
        await state.write(NAME, closed ? [...others, key].slice(-KEPT) : others);
      });
      // The next write starts whether or not this one failed; its caller has the failure.
      queue = next.catch(() => undefined);
      return next;
    },
  };
}
