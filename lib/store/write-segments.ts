import type { CallMemory, CallStore } from './call-store';
import type { Rebuilt } from './rebuild-segments';

/**
 * Writes segments, what was added to the dictionaries and `state` in one transaction: all of it, or nothing and it
 * throws; then what is in memory is ahead of what is kept, and to be forgotten (CallStore.forget).
 */
export async function writeSegments(
  store: CallStore,
  memory: CallMemory,
  { segments, emptied }: Rebuilt = { segments: [], emptied: [] },
  state: Record<string, unknown> = {},
): Promise<void> {
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
  const tx = store.db.transaction(['rows', 'columns', 'catalogue', 'places', 'dictionary', 'state'], 'readwrite');
  const asked: Promise<unknown>[] = [tx.done];
  // Each request fails by itself when the transaction does; what went wrong is thrown once, by the wait below.
  const ask = (request: Promise<unknown>) => {
    request.catch(() => undefined);
    asked.push(request);
  };
  try {
    for (const { segment } of segments) {
      ask(tx.objectStore('rows').put(segment.rows));
      ask(tx.objectStore('columns').put(segment.columns));
    }
    for (const id of emptied) {
      ask(tx.objectStore('rows').delete(id));
      ask(tx.objectStore('columns').delete(id));
    }
    for (const group of memory.catalogue.takeChanged()) ask(tx.objectStore('catalogue').put(group));
    for (const record of places.takeChanged()) ask(tx.objectStore('places').put(record));
    for (const words of [memory.numbers, memory.names, memory.extensions]) {
      for (const block of words.takeChanged()) ask(tx.objectStore('dictionary').put(block));
    }
    for (const [name, value] of Object.entries(state)) ask(tx.objectStore('state').put(value, name));
  } catch (error) {
    // A value that cannot be kept throws at once; what was asked before it would still be written.
    tx.done.catch(() => undefined);
    tx.abort();
    throw error;
  }
  await Promise.all(asked);
  for (const { segment, calls } of segments) store.keep(segment.entry.id, segment.columns, calls);
  for (const id of emptied) store.drop(id);
}
