import { unwrap } from 'idb';
import type { CallMemory, CallStore } from './call-store';
import type { Rebuilt } from './rebuild-segments';

const written = ['rows', 'columns', 'catalogue', 'places', 'dictionary', 'state'] as const;

/**
 * Writes segments, what was added to the dictionaries and `state` in one transaction: all of it or nothing. Returns while
 * the disk still works, so that the next page is read meanwhile; only one transaction is ever on its way, and the next
 * write throws what it failed with. Whoever must know it committed waits for CallStore.committed. When this throws, what is
 * in memory is ahead of what is kept, and to be forgotten (CallStore.forget).
 */
export async function writeSegments(
  store: CallStore,
  memory: CallMemory,
  { segments, emptied }: Rebuilt = { segments: [], emptied: [] },
  state: Record<string, unknown> = {},
): Promise<void> {
  // What this is made of may be in the transaction before, which can still fail.
  await store.committed();
  const places = store.places();
  await places.prepare([...segments.map(({ segment }) => segment.entry.id), ...emptied]);
  for (const { segment } of segments) {
    memory.catalogue.put(segment.entry);
    places.put(segment.entry.id, segment.numbers);
  }
  for (const id of emptied) {
    memory.catalogue.remove(id);
    places.remove(id);
  }
  const tx = unwrap(store.db).transaction([...written], 'readwrite');
  const ended = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new DOMException('the transaction was aborted', 'AbortError'));
  });
  const put = (name: (typeof written)[number], value: unknown, key?: string) => tx.objectStore(name).put(value, key);
  try {
    for (const { segment } of segments) {
      put('rows', segment.rows);
      put('columns', segment.columns);
    }
    for (const id of emptied) {
      tx.objectStore('rows').delete(id);
      tx.objectStore('columns').delete(id);
    }
    for (const group of memory.catalogue.takeChanged()) put('catalogue', group);
    const placed = tx.objectStore('places');
    for (const record of places.takeChanged()) placed.put(record);
    for (const words of [memory.numbers, memory.names, memory.extensions]) {
      for (const block of words.takeChanged()) put('dictionary', block);
    }
    for (const [name, value] of Object.entries(state)) put('state', value, name);
    // Else it would be committed only when the last request has told that it is done: a wait for each page of a run.
    tx.commit();
  } catch (error) {
    // A value that cannot be kept throws at once; what was asked before it would still be written.
    ended.catch(() => undefined);
    tx.abort();
    throw error;
  }
  store.commit(ended);
  for (const { segment, calls } of segments) store.keep(segment.entry.id, segment.columns, calls);
  for (const id of emptied) store.drop(id);
}
