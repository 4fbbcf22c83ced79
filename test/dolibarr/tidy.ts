import type { DolibarrRest } from '../../lib/dolibarr/rest';
import { AppError } from '../../lib/errors';
import { type Ledger, ledgerPaths } from './ledger';

/** The newest event, so that only later ones are looked at afterwards. */
export async function newestEvent(rest: DolibarrRest): Promise<number> {
  const newest = { sortfield: 't.id', sortorder: 'DESC', limit: 1, page: 0, properties: 'id' };
  return (await rest.list('agendaevents', newest, 'agenda/allactions/read')).rows.flatMap(idsOf)[0] ?? 0;
}

/**
 * Removes what is still there of what was made, and looks whether it is gone; what Dolibarr wrote into the agenda by
 * itself about a thirdparty or contact that was made, or removed, goes too. Gives what is left behind, in words.
 * `since`: the newest event before the run.
 */
export async function tidy(rest: DolibarrRest, ledger: Ledger, mark: string, since: number): Promise<string[]> {
  const left: string[] = [];
  for (const path of ledgerPaths) {
    for (const id of ledger.made(path)) {
      if (!ledger.removed(path).has(id)) await remove(rest, path, id);
      if (path !== 'agendaevents') await removeAbout(rest, path === 'contacts' ? 't.fk_contact' : 't.fk_soc', id);
      if (await isThere(rest, path, id)) left.push(`${path}/${id}`);
    }
  }
  for (const id of await removals(rest, ledger, mark, since)) await remove(rest, 'agendaevents', id);
  left.push(...(await removals(rest, ledger, mark, since)).map((id) => `agendaevents/${id}`));
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

/**
 * "Thirdparty 740 deleted": such an event names whom it is about in its label alone, by name (24) or by id (14, 20).
 */
async function removals(rest: DolibarrRest, ledger: Ledger, mark: string, since: number): Promise<number[]> {
  const found: number[] = [];
  const codes = [
    ['AC_COMPANY_DELETE', 'thirdparties'],
    ['AC_CONTACT_DELETE', 'contacts'],
  ] as const;
  for (const [code, path] of codes) {
    const ours = new Set(ledger.made(path).map(String));
    for (let after = since; ; ) {
      const asked = { ...query(`(t.id:>:${after}) and (t.code:=:'${code}')`, 't.id'), properties: 'id,label' };
      const { rows } = await rest.list('agendaevents', asked, 'agenda/allactions/read');
      const last = rows.flatMap(idsOf).at(-1);
      if (last === undefined) break;
      after = last;
      found.push(...rows.filter((row) => isOurs(row, ours, mark)).flatMap(idsOf));
    }
  }
  return found;
}

function isOurs(row: unknown, ours: ReadonlySet<string>, mark: string): boolean {
  const label = typeof row === 'object' && row !== null && 'label' in row ? String(row.label) : '';
  return label.includes(mark) || (label.match(/\d+/g) ?? []).some((id) => ours.has(id));
}
