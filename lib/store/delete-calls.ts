import type { CallStore } from './call-store';
import { markOf, readLineKey } from './columns';
import { storeError } from './database';
import { rebuildSegments } from './rebuild-segments';
import type { StoredCall } from './segment';
import { writeSegments } from './write-segments';

/**
 * Drops calls, named as their lines are, and marks their legs as deleted, in one transaction: they stay gone whatever the
 * UCM tells later. Returns how many there were. Throws AppError `store-full`, `store-broken`; nothing is dropped then.
 */
export function deleteCalls(store: CallStore, keys: readonly string[]): Promise<number> {
  return store.writing(async () => {
    try {
      const memory = await store.memory();
      // Read once: a segment read again would give other objects for the same calls.
      const read = new Map<number, StoredCall[]>();
      const rowsOf = async (id: number) => {
        const found = read.get(id) ?? (await store.rows(id));
        read.set(id, found);
        return found;
      };
      const found: { id: number; stored: StoredCall }[] = [];
      for (const key of new Set(keys)) {
        const wanted = readLineKey(key);
        if (!wanted) continue;
        for (const { id } of memory.catalogue.overlapping(wanted.start, wanted.start)) {
          const stored = (await rowsOf(id)).find(
            ({ call }) => call.start === wanted.start && markOf(call.key) === wanted.mark,
          );
          if (stored) found.push({ id, stored });
        }
      }
      if (found.length === 0) return 0;
      const marks = (await store.deleted()).mark(found.flatMap(({ stored }) => stored.legs));
      await writeSegments(store, memory, await rebuildSegments(rowsOf, memory, found, []), marks);
      await store.committed();
      return found.length;
    } catch (error) {
      store.forget();
      throw storeError(error);
    }
  });
}
