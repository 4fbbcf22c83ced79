import type { CallStore } from './call-store';
import { lineKey, markOf, readLineKey } from './columns';
import { removeCalls } from './remove-calls';
import type { StoredCall } from './segment';

/**
 * Drops calls, named as their lines are; they stay gone whatever the UCM tells later (./remove-calls). Returns how many
 * there were. Throws AppError `store-full`, `store-broken`; what was dropped before stays dropped.
 */
export async function deleteCalls(store: CallStore, keys: readonly string[]): Promise<number> {
  const { catalogue } = await store.memory();
  const wanted = new Set(keys);
  const segments = new Set<number>();
  for (const key of wanted) {
    const start = readLineKey(key)?.start;
    if (start !== undefined) for (const { id } of catalogue.overlapping(start, start)) segments.add(id);
  }
  const isWanted = ({ call }: StoredCall) => wanted.has(lineKey(call.start, markOf(call.key)));
  return (await removeCalls(store, isWanted, [...segments])).length;
}
