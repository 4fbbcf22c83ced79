import * as z from 'zod/mini';
import { AppError } from '../errors';
import { idOrNone, positiveId, textField } from './fields';
import { plainText } from './plain-text';
import type { DolibarrRest } from './rest';

/** An agenda event that was written for a call. Its reference is not among what Dolibarr gives back (section 4). */
export interface CallEvent {
  id: number;
  ownerId: number;
  /** thirdparty; 0 for none */
  socid: number;
  /** HTML */
  note: string;
  /** who sees to it, and when, may stand there (./follow-up) */
  location: string;
  /** UTC epoch seconds of its last change, by the server's clock; 0 when it does not say */
  changedAt: number;
  /** what it was filed under; '' on versions that do not say (14) */
  ref: string;
}

export interface NewCallEvent {
  ref: string;
  ownerId: number;
  label: string;
  /** UTC epoch seconds */
  start: number;
  end: number;
  socid: number;
  /** 0 for none */
  contactId: number;
  note: string;
  /** of a task: 0 to be done, 100 done; left out: none */
  percentage?: number;
  location?: string;
}

/** What is left out stays as it is. */
export interface EventChange {
  note_private?: string;
  socid?: number;
  percentage?: number;
  location?: string;
  ownerId?: number;
}

const eventRow = z.object({
  id: positiveId,
  userownerid: idOrNone,
  socid: idOrNone,
  note_private: textField,
  location: textField,
  datem: idOrNone,
  email_msgid: textField,
});

/** References asked for at once: an address must not grow without end. */
const AT_ONCE = 30;
const READ = 'agenda/myactions/read';
const CREATE = 'agenda/myactions/create';
const DELETE = 'agenda/myactions/delete';

/**
 * The events of one call, by all references it may have, those of single users (`<key>:u<id>`) included; lowest id first.
 * `in` finds no text with a colon in it (tried on 14 to 24), so each is asked for by itself. Also events of other people
 * are found, whoever may read his own (section 4).
 */
export async function findCallEvents(
  rest: Pick<DolibarrRest, 'list'>,
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<CallEvent[]> {
  const found = new Map<number, CallEvent>();
  for (let i = 0; i < keys.length; i += AT_ONCE) {
    const tests = keys
      .slice(i, i + AT_ONCE)
      .flatMap((key) => [`(t.ref_ext:=:'${key}')`, `(t.ref_ext:like:'${key}:u%')`]);
    const sqlfilters = tests.join(' or ');
    const query = { sortfield: 't.id', sortorder: 'ASC', limit: 100, page: 0, sqlfilters };
    const { rows } = await rest.list('agendaevents', query, READ, signal);
    for (const event of readEvents(rows)) found.set(event.id, event);
  }
  return [...found.values()].sort((one, other) => one.id - other.id);
}

/**
 * Events of calls that were changed since, a page at a time from 0; all of them without `since` (UTC epoch seconds). The
 * database compares in a zone of its own, so a whole day and its odd hours are read again (section 2).
 */
export async function findChangedEvents(
  rest: Pick<DolibarrRest, 'list'>,
  since: number | undefined,
  page: number,
  signal?: AbortSignal,
): Promise<{ events: CallEvent[]; more: boolean }> {
  const from =
    since === undefined ? '' : new Date((since - 27 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const sqlfilters = `(t.ref_ext:like:'ucm:%')${from === '' ? '' : ` and (t.tms:>=:'${from}')`}`;
  const query = { sortfield: 't.id', sortorder: 'ASC', limit: 200, page, sqlfilters };
  const { rows, more } = await rest.list('agendaevents', query, READ, signal);
  return { events: readEvents(rows), more };
}

export function readEvents(rows: readonly unknown[]): CallEvent[] {
  return rows.flatMap((row) => {
    const read = eventRow.safeParse(row);
    if (!read.success) return [];
    const { id: event, userownerid, socid, note_private, datem } = read.data;
    const [ref, location] = [plainText(read.data.email_msgid), plainText(read.data.location)];
    return [{ id: event, ownerId: userownerid, socid, note: note_private, location, changedAt: datem, ref }];
  });
}

/** Makes an event and gives its id. AC_TEL is the only type of a call that every version has (section 4). */
export async function createCallEvent(
  rest: Pick<DolibarrRest, 'send'>,
  event: NewCallEvent,
  signal?: AbortSignal,
): Promise<number> {
  const { contactId } = event;
  const answer = await rest.send(
    'POST',
    'agendaevents',
    {
      userownerid: event.ownerId,
      type_code: 'AC_TEL',
      label: event.label,
      datep: event.start,
      datef: event.end,
      percentage: event.percentage ?? -1,
      ...(event.location ? { location: event.location } : {}),
      socid: event.socid,
      ...(contactId > 0
        ? { contact_id: contactId, socpeopleassigned: { [contactId]: { id: String(contactId), mandatory: 0 } } }
        : {}),
      ref_ext: event.ref,
      email_msgid: event.ref,
      note_private: event.note,
    },
    CREATE,
    signal,
  );
  const made = positiveId.safeParse(answer);
  if (!made.success) throw new AppError('dolibarr-answer', { reason: 'id' });
  return made.data;
}

/**
 * Changes an event. The owner goes along: without him users with few rights are refused, and with another (`ownerId`) the
 * event becomes his; who had it before stays among those it is assigned to (tried on 14 to 24). False when it is not
 * there any more.
 */
export async function changeCallEvent(
  rest: Pick<DolibarrRest, 'send'>,
  event: { id: number; ownerId: number },
  { ownerId = event.ownerId, ...change }: EventChange,
  signal?: AbortSignal,
): Promise<boolean> {
  const answer = await rest.send(
    'PUT',
    `agendaevents/${event.id}`,
    { userownerid: ownerId, ...change },
    CREATE,
    signal,
  );
  return answer !== undefined;
}

/** False when it was gone already. */
export async function removeCallEvent(
  rest: Pick<DolibarrRest, 'send'>,
  event: number,
  signal?: AbortSignal,
): Promise<boolean> {
  return (await rest.send('DELETE', `agendaevents/${event}`, {}, DELETE, signal)) !== undefined;
}
