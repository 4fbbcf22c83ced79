import { AppError } from '../errors';
import type { NotedCall } from '../store/notes';
import type { Agenda } from './agenda';
import { newEvent } from './new-event';

/**
 * Puts a call into the agenda on which nothing is noted. Gives the id of the event that was made; 0 when somebody had put it
 * there before, or was first now.
 * Every browser of an office may try the same call: after making an event all are asked for again, the lowest id stands,
 * and each takes away what it made itself. `onMade` is told of an event as soon as it is there, and remembers it: should the
 * question after it fail, `withdraw` settles it later. Throws AppError.
 */
export async function logCall(
  agenda: Agenda,
  call: NotedCall,
  onMade: (event: number) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<number> {
  if ((await agenda.find(call.keys, signal)).length > 0) return 0;
  const user = await agenda.user(signal);
  const made = await agenda.create(newEvent(call, user, { beside: false, note: '' }), signal);
  await onMade(made);
  return (await withdraw(agenda, call, made, signal)) ? 0 : made;
}

/** Takes an event of ours away when it is not the first of its call; says whether it was not. Throws AppError. */
export async function withdraw(
  agenda: Agenda,
  { keys }: Pick<NotedCall, 'keys'>,
  made: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const events = await agenda.find(keys, signal);
  if (events.length === 0 || events[0]?.id === made) return false;
  // What somebody has written into ours meanwhile is not ours to take away.
  const own = events.find(({ id }) => id === made);
  if (own?.note !== '') return true;
  try {
    await agenda.remove(made, signal);
  } catch (error) {
    // Without the right to delete, the second event stays; it says nothing.
    if (!(error instanceof AppError) || error.code !== 'dolibarr-right') throw error;
  }
  return true;
}
