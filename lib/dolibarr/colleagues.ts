import * as z from 'zod/mini';
import { idOrNone, positiveId, textField } from './fields';
import type { Colleague } from './follow-up';
import { plainText } from './plain-text';
import type { DolibarrRest } from './rest';

const userRow = z.object({
  id: positiveId,
  firstname: textField,
  lastname: textField,
  login: textField,
  /** a customer who may sign in to Dolibarr is nobody to give a call to; the name of this field differs */
  socid: idOrNone,
  fk_soc: idOrNone,
});

/** The right that Dolibarr wants for a list of users. */
export const READ_USERS = 'user/user/lire';

/** Users of Dolibarr who may sign in and are no customers, in order of their names. Throws AppError `dolibarr-right` where the key may not read them. */
export async function readColleagues(rest: Pick<DolibarrRest, 'list'>, signal?: AbortSignal): Promise<Colleague[]> {
  const found: Colleague[] = [];
  for (let page = 0, more = true; more; page++) {
    const query = { sortfield: 't.rowid', sortorder: 'ASC', limit: 100, page, sqlfilters: '(t.statut:=:1)' };
    const answer = await rest.list('users', query, READ_USERS, signal);
    more = answer.more;
    for (const row of answer.rows) {
      const read = userRow.safeParse(row);
      if (!read.success || read.data.socid > 0 || read.data.fk_soc > 0) continue;
      const { id, firstname, lastname, login } = read.data;
      found.push({ id, name: plainText([firstname, lastname].filter(Boolean).join(' ') || login) });
    }
  }
  return found.sort((one, other) => one.name.localeCompare(other.name));
}
