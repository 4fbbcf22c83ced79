import type { Instance, RestCall } from './context';
import { RestError } from './error';
import { type Columns, columnName, readFilter } from './filter';

export interface ListOf<T> {
  readonly items: readonly T[];
  readonly columns: (item: T) => Columns;
  readonly show: (item: T) => Record<string, unknown>;
  readonly key: string;
  /** What an empty list is: a 404 with this text, or `undefined` for `[]`. */
  readonly whenEmpty: string | undefined;
}

/** Sorting, filtering, paging and the answer's form of any list (section 2). Throws 404 for an empty one where Dolibarr does. */
export function list<T>({ version }: Instance, { query }: RestCall, of: ListOf<T>): unknown {
  const sample = of.items[0];
  const columns = sample === undefined ? [] : Object.keys(of.columns(sample));
  const test = columns.length === 0 ? () => true : readFilter(query.get('sqlfilters') ?? '', columns, version);
  const sortBy = columnName(
    query.get('sortfield') ?? of.key,
    columns.length === 0 ? [bare(query.get('sortfield') ?? of.key)] : columns,
  );
  const descending = (query.get('sortorder') ?? 'ASC').toUpperCase() === 'DESC';
  const rows = of.items.map((item) => ({ item, row: of.columns(item) })).filter(({ row }) => test(row));
  rows.sort((a, b) => {
    const [x = null, y = null] = [a.row[sortBy], b.row[sortBy]];
    const way = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
    return descending ? -way : way;
  });

  const limit = Number(query.get('limit') ?? 100);
  const page = Math.max(0, Number(query.get('page') ?? 0));
  const paginated = version >= 22 && ['1', 'true'].includes(query.get('pagination_data') ?? '');
  // A division by zero of the real one (section 2).
  if (paginated && limit === 0) throw new RestError(500, '');
  const chosen = limit === 0 ? rows : rows.slice(page * limit, (page + 1) * limit);
  if (chosen.length === 0 && of.whenEmpty !== undefined) throw new RestError(404, of.whenEmpty);

  const shown = chosen.map(({ item }) => only(of.show(item), version < 20 ? null : query.get('properties')));
  if (!paginated) return shown;
  const page_count = Math.ceil(rows.length / limit);
  return { data: shown, pagination: { total: rows.length, page, page_count, limit } };
}

const bare = (column: string) => column.replace(/^t\./, '');

/** `properties` keeps the named fields; versions before 20 do not know it and give everything. */
function only(shown: Record<string, unknown>, properties: string | null): Record<string, unknown> {
  if (properties === null || properties === '') return shown;
  const wanted = properties.split(',').map((name) => name.trim());
  return Object.fromEntries(Object.entries(shown).filter(([name]) => wanted.includes(name)));
}
