import * as z from 'zod/mini';
import type { Party } from '../calls/match';
import { idOrNone, positiveId, textField } from './fields';
import { plainText } from './plain-text';
import type { DolibarrRest, Query } from './rest';

/** A thirdparty or contact as Dolibarr gives it, with its numbers as stored. */
export interface DirectoryParty extends Party {
  /** ISO 3166 code of its address; '' when it has none */
  country: string;
  /** fields that hold something, in the order of the form */
  phones: { field: PhoneField; stored: string }[];
}

/** Dolibarr's names: thirdparties have phone, phone_mobile (since 20) and fax; contacts all but phone. */
export type PhoneField = 'phone' | 'phone_pro' | 'phone_perso' | 'phone_mobile' | 'fax';

export interface PartyPage {
  parties: DirectoryParty[];
  /** rows that could not be read */
  setAside: number;
  /** of all rows that have one, also of those that could not be read */
  ids: number[];
  /** whether another page may follow */
  more: boolean;
}

export interface PartyQuery {
  /**
   * only ids above it. A list is read on by this and not by the number of a page: pages move when something before them
   * is removed, and a server counts all rows before a late page
   */
  after?: number;
  /** 200 to 500 is a good unit; never 0, which means all rows */
  limit: number;
  /** only what changed since then (UTC epoch seconds); more may come, since Dolibarr's own clock has an unknown zone */
  since?: number;
  /** only these objects; instead of the two above */
  ids?: readonly number[];
  /** any other filter in Dolibarr's language; instead of all above */
  where?: string;
}

export interface ContactQuery extends PartyQuery {
  /** ids of thirdparties: only their contacts */
  of?: readonly number[];
}

const thirdpartyFields = ['phone', 'phone_mobile', 'fax'] as const;
const thirdpartyRow = z.object({
  id: positiveId,
  name: textField,
  country_code: textField,
  phone: textField,
  phone_mobile: textField,
  fax: textField,
});

const contactFields = ['phone_pro', 'phone_perso', 'phone_mobile', 'fax'] as const;
const contactRow = z.object({
  id: positiveId,
  lastname: textField,
  firstname: textField,
  socid: idOrNone,
  socname: textField,
  country_code: textField,
  phone_pro: textField,
  phone_perso: textField,
  phone_mobile: textField,
  fax: textField,
});

/** Needs the right `societe/lire`. Ordered by id. */
export async function readThirdparties(
  rest: Pick<DolibarrRest, 'list'>,
  query: PartyQuery,
  signal?: AbortSignal,
): Promise<PartyPage> {
  const properties = ['id', 'name', 'country_code', ...thirdpartyFields];
  const page = await rest.list('thirdparties', listQuery(query, properties), 'societe/lire', signal);
  return readRows(page, thirdpartyRow, (row) => ({
    kind: 'thirdparty',
    id: row.id,
    name: plainText(row.name),
    company: '',
    thirdparty: 0,
    country: row.country_code.toUpperCase(),
    phones: phonesOf(row, thirdpartyFields),
  }));
}

/** Needs the right `societe/contact/lire`. Ordered by id; contacts without a thirdparty are among them unless `of` is given. */
export async function readContacts(
  rest: Pick<DolibarrRest, 'list'>,
  query: ContactQuery,
  signal?: AbortSignal,
): Promise<PartyPage> {
  const properties = ['id', 'lastname', 'firstname', 'socid', 'socname', 'country_code', ...contactFields];
  const asked = { ...listQuery(query, properties), ...(query.of ? { thirdparty_ids: query.of.join(',') } : {}) };
  const page = await rest.list('contacts', asked, 'societe/contact/lire', signal);
  return readRows(page, contactRow, (row) => ({
    kind: 'contact',
    id: row.id,
    name: plainText(`${row.firstname} ${row.lastname}`.trim()),
    company: row.socid > 0 ? plainText(row.socname) : '',
    thirdparty: row.socid,
    country: row.country_code.toUpperCase(),
    phones: phonesOf(row, contactFields),
  }));
}

/** Ids alone, of 20 and later; before, `properties` is ignored and whole objects come. Ordered by id. */
export async function readIds(
  rest: Pick<DolibarrRest, 'list'>,
  kind: Party['kind'],
  query: PartyQuery,
  signal?: AbortSignal,
): Promise<PartyPage> {
  const { path, right } = lists[kind];
  const page = await rest.list(path, listQuery(query, ['id']), right, signal);
  return { parties: [], setAside: 0, ids: idsOf(page.rows), more: page.more };
}

const lists = {
  thirdparty: { path: 'thirdparties', right: 'societe/lire' },
  contact: { path: 'contacts', right: 'societe/contact/lire' },
} as const;

const totalAnswer = z.object({ pagination: z.object({ total: z.coerce.number().check(z.int(), z.gte(0)) }) });

/** How many the key's user may see; undefined on versions that do not count (before 22), and where there is none. */
export async function countParties(
  rest: Pick<DolibarrRest, 'read'>,
  kind: Party['kind'],
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { path, right } = lists[kind];
  const query = { sortfield: 't.rowid', limit: 1, page: 0, properties: 'id', pagination_data: 'true' };
  const read = totalAnswer.safeParse(await rest.read(path, query, right, signal));
  return read.success ? read.data.pagination.total : undefined;
}

/** `properties` saves bytes from 20 on and is ignored before: extra fields come and are left alone. */
function listQuery(query: PartyQuery, properties: string[]): Query & { page: number; limit: number } {
  const tests = [
    ...(query.after ? [`(t.rowid:>:${query.after})`] : []),
    ...(query.since === undefined ? [] : [`(t.tms:>=:'${changedSince(query.since)}')`]),
  ];
  const sqlfilters = query.where ?? (query.ids ? `(t.rowid:in:${query.ids.join(',')})` : tests.join(' and '));
  return {
    sortfield: 't.rowid',
    sortorder: 'ASC',
    page: 0,
    limit: query.limit,
    properties: properties.join(','),
    ...(sqlfilters === '' ? {} : { sqlfilters }),
  };
}

/** `tms` is in the zone of the database's session, which nothing tells: a day and two hours cover every zone. */
function changedSince(since: number): string {
  const earliest = new Date((since - 26 * 3600) * 1000);
  return earliest.toISOString().slice(0, 19).replace('T', ' ');
}

function readRows<Row extends z.ZodMiniType>(
  page: { rows: unknown[]; more: boolean },
  row: Row,
  partyOf: (row: z.infer<Row>) => DirectoryParty,
): PartyPage {
  const parties: DirectoryParty[] = [];
  let setAside = 0;
  for (const raw of page.rows) {
    const checked = row.safeParse(raw);
    if (checked.success) parties.push(partyOf(checked.data));
    else setAside++;
  }
  return { parties, setAside, ids: idsOf(page.rows), more: page.more };
}

function idsOf(rows: readonly unknown[]): number[] {
  return rows.flatMap((row) => {
    const id = positiveId.safeParse(typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined);
    return id.success ? [id.data] : [];
  });
}

function phonesOf<F extends PhoneField>(row: Record<F, string>, fields: readonly F[]): DirectoryParty['phones'] {
  return fields.flatMap((field) => (row[field] === '' ? [] : [{ field, stored: plainText(row[field]) }]));
}
