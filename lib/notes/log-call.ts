import type { CallEvent } from '../dolibarr/call-events';
import type { KeyUser } from '../dolibarr/key-user';
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
  const events = await agenda.find(call.keys, signal);
  if (events.length === 1) return 0;
  const user = await agenda.user(signal);
  if (events.length > 1) {
    await removeDoubles(agenda, events, user, signal);
    return 0;
  }
  const made = await agenda.create(newEvent(call, user, { beside: false, note: '' }), signal);
  await onMade(made);
  return (await withdraw(agenda, call, made, signal)) ? 0 : made;
}

/** An earlier try's, whose answer never came and which was not the first: this user's, of the same call, with nothing in it. */
async function removeDoubles(
  agenda: Agenda,
  events: readonly CallEvent[],
  user: KeyUser,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const { id, ownerId, note } of events.slice(1)) {
    if (ownerId === user.id && note === '') await removeIfAllowed(agenda, id, signal);
  }
}

/** Without the right to delete, a second event stays; it says nothing. */
async function removeIfAllowed(agenda: Agenda, event: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await agenda.remove(event, signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'dolibarr-right') throw error;
  }
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
  await removeIfAllowed(agenda, made, signal);
  return true;
}
