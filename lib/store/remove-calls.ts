import type { CallStore } from './call-store';
import { storeError } from './database';
import { callName } from './erased';
import { rebuildSegments } from './rebuild-segments';
import type { StoredCall } from './segment';
import { sweepDictionaries } from './sweep-dictionaries';
import { writeSegments } from './write-segments';

/**
 * Takes calls out of the store and marks them, so that no later poll brings them back; tells which they were. Looks at
 * the segments `among`, or at all. Throws AppError `store-full`, `store-broken`; what was taken out before stays out.
 */
export function removeCalls(
  store: CallStore,
  isToGo: (call: StoredCall) => boolean,
  among?: readonly number[],
): Promise<StoredCall[]> {
  return store.writing(async () => {
    const gone: StoredCall[] = [];
    try {
      const memory = await store.memory();
      for (const id of among ?? memory.catalogue.segments().map((segment) => segment.id)) {
        const found = (await store.rows(id)).filter(isToGo);
        if (found.length === 0) continue;
        // First: a browser that is closed in between must not read them again as new ones.
        await store.erased.mark(found.flatMap(({ legs }) => legs.map(callName)));
        const joined = found.map((stored) => ({ id, stored }));
        await writeSegments(store, memory, await rebuildSegments((other) => store.rows(other), memory, joined, []));
        await store.committed();
        gone.push(...found);
      }
      if (gone.length > 0) await sweepDictionaries(store);
      return gone;
    } catch (error) {
      store.forget();
      throw storeError(error);
    }
  });
}
