import { AppError } from '../errors';
import type { NotedCall } from '../store/notes';
import { type Agenda, ownEvent } from './agenda';
import { withdraw } from './log-call';
import { newEvent } from './new-event';

/** Dolibarr's words for a task: its percentage. */
const TODO = 0;
const DONE = 100;

/**
 * Says in the call's event that somebody has seen to it, or that it is to be done again; the event is made when there
 * is none, by the scheme of notes: the lowest id stands, and each takes away what he made himself. Whoever may not
 * write the events of others has his own. Throws AppError.
 */
export async function setCallTask(agenda: Agenda, call: NotedCall, done: boolean, signal?: AbortSignal): Promise<void> {
  const user = await agenda.user(signal);
  if (!user.mayWrite) throw new AppError('dolibarr-right', { subject: 'agenda/myactions/create' });
  const percentage = done ? DONE : TODO;
  const events = await agenda.find(call.keys, signal);
  const own = ownEvent(events, user);
  if (own) {
    await agenda.change(own, { percentage }, signal);
    return;
  }
  if (!done && events.length === 0) return;
  const event = newEvent(call, user, { beside: events.length > 0, note: '' });
  const made = await agenda.create({ ...event, percentage }, signal);
  if (events.length > 0 || !(await withdraw(agenda, call, made, signal))) return;
  const stands = ownEvent(await agenda.find(call.keys, signal), user);
  if (stands) await agenda.change(stands, { percentage }, signal);
}
