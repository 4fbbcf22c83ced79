import type { WaitingNote } from '../questions/why-number';
import type { NoteStore } from '../store/notes';
import { errorOf } from './notes-view';

/**
 * What was typed and has not come to Dolibarr, oldest first, with what stood in the way. `mayWriteFor`: whether what was
 * typed in this Dolibarr user's pages may be written in the name of the key's user, as far as that is known.
 */
export async function waitingNotes(
  notes: NoteStore,
  mayWriteFor: (pageUser: number) => Promise<boolean>,
): Promise<WaitingNote[]> {
  const waiting: WaitingNote[] = [];
  for (const { call, pending } of await notes.waiting()) {
    if (!pending) continue;
    const { changedAt, dueAt, fails, by } = pending;
    const error = pending.error && errorOf(pending.error);
    waiting.push({
      call: call.start,
      since: seconds(changedAt),
      fails,
      ...((await mayWriteFor(by)) ? { next: seconds(dueAt) } : {}),
      ...(error ? { error } : {}),
    });
  }
  return waiting.sort((one, other) => one.since - other.since);
}

const seconds = (ms: number): number => Math.floor(ms / 1000);
