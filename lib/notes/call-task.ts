import type { CallEvent } from '../dolibarr/call-events';
import { type Colleague, type FollowUp, readFollowUp, writeFollowUp } from '../dolibarr/follow-up';
import { AppError } from '../errors';
import type { NotedCall } from '../store/notes';
import { type Agenda, ownEvent } from './agenda';
import { withdraw } from './log-call';
import { newEvent } from './new-event';

/** Dolibarr's words for a task: its percentage. */
const TODO = 0;
const DONE = 100;

/** What a person did with a missed call. What is left out stays as it stands in the event, whoever put it there. */
export interface TaskChange {
  done?: boolean | undefined;
  /** null: nobody any more */
  assigned?: Colleague | null | undefined;
  /** UTC epoch seconds; 0: at once */
  until?: number | undefined;
}

/**
 * Says in the call's event that somebody has seen to it, that it is to be done (again), by whom and not before when; the
 * event is made when there is none, by the scheme of notes: the lowest id stands, and each takes away what he made
 * himself. Whoever may not write the events of others has his own. An event that is given to a colleague becomes
 * his, so that it stands in his agenda, where the writer may write for others. `east`: minutes that the person's
 * clocks are ahead of UTC at `until`. False when the event's location has no room for it beside what others wrote there.
 * Throws AppError.
 */
export async function setCallTask(
  agenda: Agenda,
  call: NotedCall,
  change: TaskChange,
  east = 0,
  signal?: AbortSignal,
): Promise<boolean> {
  const user = await agenda.user(signal);
  if (!user.mayWrite) throw new AppError('dolibarr-right', { subject: 'agenda/myactions/create' });
  const events = await agenda.find(call.keys, signal);
  const own = ownEvent(events, user);
  const told = changedBy(lastOf(events), change);
  if (!own && events.length === 0 && !change.done && !told.assigned && told.until === 0) return true;
  const location = writeFollowUp(told, own ? readFollowUp(own.location).rest : '', east);
  if (location === undefined) return false;
  const owner = told.assigned && user.mayWriteOthers ? { ownerId: told.assigned.id } : {};
  const task = { percentage: change.done ? DONE : TODO, location };
  if (own) {
    await agenda.change(own, { ...task, ...owner }, signal);
    return true;
  }
  const event = newEvent(call, user, { beside: events.length > 0, note: '' });
  const made = await agenda.create({ ...event, ...task, ...owner }, signal);
  if (events.length > 0 || !(await withdraw(agenda, call, made, signal))) return true;
  const stands = ownEvent(await agenda.find(call.keys, signal), user);
  if (!stands) return true;
  const beside = writeFollowUp(told, readFollowUp(stands.location).rest, east);
  if (beside === undefined) return false;
  await agenda.change(stands, { ...task, location: beside, ...owner }, signal);
  return true;
}

function changedBy(before: FollowUp, { done, assigned, until }: TaskChange): FollowUp {
  return {
    assigned: assigned === undefined ? before.assigned : (assigned ?? undefined),
    // what is done waits for nothing
    until: done ? 0 : (until ?? before.until),
  };
}

/** Of several events of a call the one changed last says how it stands. */
function lastOf(events: readonly CallEvent[]): FollowUp {
  const last = events.reduce<CallEvent | undefined>(
    (newest, one) => (newest && newest.changedAt > one.changedAt ? newest : one),
    undefined,
  );
  return readFollowUp(last?.location ?? '');
}
