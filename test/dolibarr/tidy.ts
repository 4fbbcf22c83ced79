import type { DolibarrRest } from '../../lib/dolibarr/rest';
import { AppError } from '../../lib/errors';
import { type Ledger, ledgerPaths } from './ledger';

/**
 * Removes what is still there of what was made, and looks whether it is gone; what Dolibarr wrote into the agenda by
 * itself about a thirdparty or contact that was made goes too. Gives what is left behind, in words.
 */
export async function tidy(rest: DolibarrRest, ledger: Ledger, mark: string): Promise<string[]> {
  const left: string[] = [];
  for (const path of ledgerPaths) {
    for (const id of ledger.made(path)) {
      if (!ledger.removed(path).has(id)) await remove(rest, path, id);
      if (path !== 'agendaevents') await removeAbout(rest, path === 'contacts' ? 't.fk_contact' : 't.fk_soc', id);
      if (await isThere(rest, path, id)) left.push(`${path}/${id}`);
    }
  }
  const byMark = await rest.list(
    'agendaevents',
    query(`(t.ref_ext:like:'ucm:${mark}.%')`, 't.id'),
    'agenda/allactions/read',
  );
  left.push(...byMark.rows.flatMap(idsOf).map((id) => `agendaevents/${id}`));
  const byName = await rest.list('thirdparties', query(`(t.nom:like:'%${mark}')`, 't.rowid'), 'societe/lire');
  left.push(...byName.rows.flatMap(idsOf).map((id) => `thirdparties/${id}`));
  return [...new Set(left)];
}

const query = (sqlfilters: string, sortfield: string) => ({
  sqlfilters,
  sortfield,
  sortorder: 'ASC',
  limit: 500,
  page: 0,
  properties: 'id',
});

const idsOf = (row: unknown): number[] =>
  typeof row === 'object' && row !== null && 'id' in row && Number(row.id) > 0 ? [Number(row.id)] : [];

/** Gone already is as good. */
async function remove(rest: DolibarrRest, path: string, id: number): Promise<void> {
  await rest.send('DELETE', `${path}/${id}`, {}, path).catch((error: unknown) => {
    // what stays is told below, by looking
    if (!(error instanceof AppError)) throw error;
  });
}

async function removeAbout(rest: DolibarrRest, column: string, id: number): Promise<void> {
  const { rows } = await rest.list('agendaevents', query(`(${column}:=:${id})`, 't.id'), 'agenda/allactions/read');
  for (const event of rows.flatMap(idsOf)) await remove(rest, 'agendaevents', event);
}

async function isThere(rest: DolibarrRest, path: string, id: number): Promise<boolean> {
  const column = path === 'agendaevents' ? 't.id' : 't.rowid';
  return (await rest.list(path, query(`(${column}:=:${id})`, column), path)).rows.length > 0;
}
