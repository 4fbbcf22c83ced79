import * as z from 'zod/mini';
import { idOrNone, positiveId, textField } from './fields';
import { type FollowUp, readFollowUp } from './follow-up';
import { plainText } from './plain-text';
import type { DolibarrRest } from './rest';

/** A call's event that is a task as well: its percentage says whether somebody has seen to the call. */
export interface CallTask extends FollowUp {
  /** of the event, and of the user in whose agenda it stands */
  id: number;
  owner: number;
  /** as it stands there, with what others wrote */
  location: string;
  /** what it was filed under, without a user's suffix; '' on versions that do not say (14) */
  ref: string;
  /** UTC epoch seconds at which the call began */
  start: number;
  /** names the number */
  label: string;
  done: boolean;
  /** UTC epoch seconds of its last change, by the server's clock; 0 when it does not say */
  changedAt: number;
}

const taskRow = z.object({
  id: positiveId,
  userownerid: idOrNone,
  location: textField,
  email_msgid: textField,
  datep: idOrNone,
  label: textField,
  percentage: z.union([z.string(), z.number()]),
  datem: idOrNone,
});

const READ = 'agenda/myactions/read';

/** Tasks of calls that began since (UTC epoch seconds). A percentage of -1 is none (section 4); the filter is that of 14 to 24. */
export async function readCallTasks(
  rest: Pick<DolibarrRest, 'list'>,
  since: number,
  signal?: AbortSignal,
): Promise<CallTask[]> {
  // The database compares in a zone of its own.
  const from = new Date((since - 27 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const sqlfilters = `(t.ref_ext:like:'ucm:%') and (t.percent:>=:0) and (t.datep:>=:'${from}')`;
  const tasks: CallTask[] = [];
  for (let page = 0, more = true; more; page++) {
    const query = { sortfield: 't.id', sortorder: 'ASC', limit: 200, page, sqlfilters };
    const found = await rest.list('agendaevents', query, READ, signal);
    more = found.more;
    for (const row of found.rows) {
      const read = taskRow.safeParse(row);
      if (!read.success) continue;
      const { id, userownerid, email_msgid, location, datep, label, percentage, datem } = read.data;
      const where = plainText(location);
      const { assigned, until } = readFollowUp(where);
      tasks.push({
        id,
        owner: userownerid,
        location: where,
        ref: plainText(email_msgid).replace(/:u\d+$/, ''),
        start: datep,
        label: plainText(label),
        done: Number(percentage) >= 100,
        changedAt: datem,
        until,
        // given to somebody else in Dolibarr itself since
        ...(assigned && { assigned: assigned.id === userownerid ? assigned : { id: userownerid, name: '' } }),
      });
    }
  }
  return tasks;
}
