import { type Catalogue, createCatalogue } from './catalogue';
import type { Columns } from './columns';
import type { Database } from './database';
import { createDictionary, type Dictionary } from './dictionary';
import { createErased, type Erased } from './erased';
import { createPlaces, type Places } from './places';
import { type StoredCall, unpackRows } from './segment';
import { type Ties, tiesOf } from './ties';

/**
 * Segments whose rows stay in memory while a run writes: a call cut in two by pages is asked for again at once. Few:
 * what stays is copied by the collector of garbage again and again.
 */
const KEPT_ROWS = 2;
/** Segments of which it is remembered what ties legs to their calls: those of a busy day and of the next. */
const KEPT_TIES = 64;

/** What stands in memory of the kept calls: little when a worker has just woken, more as it is asked. */
export interface CallMemory {
  catalogue: Catalogue;
  numbers: Dictionary;
  names: Dictionary;
  /** extensions, groups, our own outside numbers and trunks */
  extensions: Dictionary;
}

export interface CallStore {
  memory(): Promise<CallMemory>;
  /** where numbers occur: a card reads of it what concerns its own */
  places(): Places;
  columns(ids: readonly number[]): Promise<Columns[]>;
  rows(id: number): Promise<StoredCall[]>;
  /** what ties other legs to the calls of a segment */
  ties(id: number): Promise<Ties>;
  /** after a segment was written */
  keep(id: number, columns: Columns, calls: StoredCall[]): void;
  drop(id: number): void;
  /** forgets what is in memory, when a write failed half-way */
  forget(): void;
  /** writes one after the other */
  writing<T>(write: () => Promise<T>): Promise<T>;
  /** a transaction is under way whose writes are in memory already; should it fail, memory forgets them */
  commit(ended: Promise<void>): void;
  /** when that transaction is committed; throws once what it failed with */
  committed(): Promise<void>;
  readonly db: Database;
  /** what must not come back */
  readonly erased: Erased;
  /** a number as the settings read it */
  digitsOf(raw: string): string;
}

/**
 * The calls kept in this browser. `digitsOf` reads a number as the settings say (lib/calls/number); when they change,
 * `rereadNumbers` (./renew) is to be called.
 */
export function createCallStore(db: Database, digitsOf: (raw: string) => string): CallStore {
  let memory: Promise<CallMemory> | undefined;
  let places = createPlaces(db);
  const columns = new Map<number, Columns>();
  const rows = new Map<number, StoredCall[]>();
  const ties = new Map<number, Ties>();
  let queue: Promise<unknown> = Promise.resolve();
  let committing: Promise<void> = Promise.resolve();

  async function load(): Promise<CallMemory> {
    const [groups, blocks] = await Promise.all([db.getAll('catalogue'), db.getAll('dictionary')]);
    const of = (kind: string) => blocks.filter((block) => block.kind === kind);
    return {
      catalogue: createCatalogue(groups),
      numbers: createDictionary('number', of('number'), digitsOf),
      names: createDictionary('name', of('name')),
      extensions: createDictionary('extension', of('extension')),
    };
  }

  async function readRows(id: number): Promise<StoredCall[]> {
    let calls = rows.get(id);
    if (!calls) {
      const record = await db.get('rows', id);
      calls = record ? unpackRows(record) : [];
    }
    remember(rows, id, calls, KEPT_ROWS);
    return calls;
  }

  function forget(): void {
    memory = undefined;
    places = createPlaces(db);
    columns.clear();
    rows.clear();
    ties.clear();
  }

  return {
    db,
    erased: createErased(db),
    digitsOf,
    memory() {
      memory ??= load();
      return memory;
    },
    places: () => places,
    async columns(ids) {
      const missing = ids.filter((id) => !columns.has(id));
      if (missing.length > 0) {
        const tx = db.transaction('columns');
        const read = await Promise.all(missing.map((id) => tx.store.get(id)));
        for (const found of read) if (found) columns.set(found.id, found);
      }
      return ids.map((id) => columns.get(id)).filter((found) => found !== undefined);
    },
    rows: readRows,
    async ties(id) {
      const known = ties.get(id) ?? tiesOf(await readRows(id));
      remember(ties, id, known, KEPT_TIES);
      return known;
    },
    keep(id, newColumns, calls) {
      columns.set(id, newColumns);
      remember(rows, id, calls, KEPT_ROWS);
      remember(ties, id, tiesOf(calls), KEPT_TIES);
    },
    drop(id) {
      columns.delete(id);
      rows.delete(id);
      ties.delete(id);
    },
    forget,
    commit(ended) {
      committing = ended;
      ended.catch(forget);
    },
    committed() {
      const ended = committing;
      committing = Promise.resolve();
      return ended;
    },
    writing(write) {
      const next = queue.then(write, write);
      // The next write starts whether or not this one failed; its caller has the failure.
      queue = next.catch(() => undefined);
      return next;
    },
  };
}

/** As the last; the first ones go when there are too many. */
function remember<T>(kept: Map<number, T>, id: number, value: T, limit: number): void {
  kept.delete(id);
  kept.set(id, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= limit) break;
    kept.delete(oldest);
  }
}
