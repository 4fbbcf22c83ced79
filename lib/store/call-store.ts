import { type Catalogue, createCatalogue } from './catalogue';
import type { Columns } from './columns';
import type { Database } from './database';
import { createDictionary, type Dictionary } from './dictionary';
import { createPlaces, type Places } from './places';
import { type StoredCall, unpackRows } from './segment';

/** Segments whose rows stay in memory while a run writes: neighbours are asked for again and again. */
const KEPT_ROWS = 16;

/** What stands in memory of the kept calls: little when a worker has just woken, more as it is asked. */
export interface CallMemory {
  catalogue: Catalogue;
  numbers: Dictionary;
  names: Dictionary;
  /** extensions, groups and our own outside numbers */
  extensions: Dictionary;
}

export interface CallStore {
  memory(): Promise<CallMemory>;
  /** where numbers occur: a card reads of it what concerns its own */
  places(): Places;
  columns(ids: readonly number[]): Promise<Columns[]>;
  rows(id: number): Promise<StoredCall[]>;
  /** after a segment was written */
  keep(id: number, columns: Columns, calls: StoredCall[]): void;
  drop(id: number): void;
  /** forgets what is in memory, when a write failed half-way */
  forget(): void;
  /** writes one after the other */
  writing<T>(write: () => Promise<T>): Promise<T>;
  readonly db: Database;
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
  let queue: Promise<unknown> = Promise.resolve();

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

  return {
    db,
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
    async rows(id) {
      const known = rows.get(id);
      if (known) return known;
      const record = await db.get('rows', id);
      const calls = record ? unpackRows(record) : [];
      remember(rows, id, calls);
      return calls;
    },
    keep(id, newColumns, calls) {
      columns.set(id, newColumns);
      remember(rows, id, calls);
    },
    drop(id) {
      columns.delete(id);
      rows.delete(id);
    },
    forget() {
      memory = undefined;
      places = createPlaces(db);
      columns.clear();
      rows.clear();
    },
    writing(write) {
      const next = queue.then(write, write);
      // The next write starts whether or not this one failed; its caller has the failure.
      queue = next.catch(() => undefined);
      return next;
    },
  };
}

function remember(rows: Map<number, StoredCall[]>, id: number, calls: StoredCall[]): void {
  rows.delete(id);
  rows.set(id, calls);
  for (const oldest of rows.keys()) {
    if (rows.size <= KEPT_ROWS) break;
    rows.delete(oldest);
  }
}
