import type { CallStore } from './call-store';
import { storeError } from './database';
import type { NoteStore } from './notes';
import { sweepDictionaries } from './sweep-dictionaries';
import { writeSegments } from './write-segments';

/**
 * Drops the segments whose last call began before a moment (UTC epoch seconds), and the numbers and names that no other
 * call has; tells how many calls that were. Whole segments: calls older than the moment stay while their segment (at most
 * about 1,000 calls) has one that is not. `state` is written in the same transaction when there is something to drop.
 */
export function dropCallsBefore(
  store: CallStore,
  before: number,
  state: Record<string, unknown> = {},
): Promise<number> {
  return store.writing(async () => {
    try {
      const memory = await store.memory();
      const old = memory.catalogue.segments().filter(({ until }) => until < before);
      if (old.length === 0) return 0;
      await writeSegments(store, memory, { segments: [], emptied: old.map(({ id }) => id) }, state);
      await store.committed();
      await sweepDictionaries(store);
      return old.reduce((sum, { count }) => sum + count, 0);
    } catch (error) {
      store.forget();
      throw storeError(error);
    }
  });
}

/**
 * Drops what is kept of notes on calls that began before a moment (UTC epoch seconds), those only for oneself included; tells
 * how many calls that were. What Dolibarr does not have yet stays until it does.
 */
export async function dropNotesBefore(notes: NoteStore, before: number): Promise<number> {
  const old = (await notes.all()).filter(({ call, pending }) => call.start < before && !pending);
  for (const { id } of old) await notes.remove(id);
  return old.length;
}
