import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { AppError } from '../errors';
import type { CatalogueGroup } from './catalogue';
import type { Columns } from './columns';
import type { CopyRecord } from './copies';
import type { DictionaryBlock } from './dictionary';
import type { NoteRecord } from './notes';
import type { StoredParty } from './parties';
import { type PlacesRecord, placesOf } from './places';

/** One record of a segment's rows; `rows` is JSON text, which is read and written faster than cloned objects. */
export interface RowsRecord {
  id: number;
  rows: string;
}

/** The extension's own database. The background alone opens it. */
export interface CallsDatabase extends DBSchema {
  /** legs of the calls of a segment, by segment number */
  rows: { key: number; value: RowsRecord };
  /** what a line of a list shows, by segment number */
  columns: { key: number; value: Columns };
  /** which segment holds which time */
  catalogue: { key: number; value: CatalogueGroup };
  /** in which segments which numbers occur */
  places: { key: [bucket: number, group: number]; value: PlacesRecord };
  /** numbers, names and extensions as text, in blocks */
  dictionary: { key: [kind: string, block: number]; value: DictionaryBlock };
  /** Dolibarr's thirdparties and contacts with their telephone numbers */
  parties: {
    key: string;
    value: StoredParty;
    indexes: { suffixes: string; company: number; ids: [kind: string, id: number] };
  };
  /** small things by name: settings, coverage, results of the last run, the login guard */
  state: { key: string; value: unknown };
  /** copies of recordings, and their bytes in chunks */
  copies: { key: string; value: CopyRecord };
  chunks: { key: [id: string, n: number]; value: { id: string; n: number; bytes: Uint8Array<ArrayBuffer> } };
  /** notes on calls, by call: what is to be sent, what is known */
  notes: { key: string; value: NoteRecord; indexes: { keys: string; waits: number } };
  /** encrypted, see ./secrets */
  secrets: { key: string; value: unknown };
}

export type Database = IDBPDatabase<CallsDatabase>;

/** Opens the database, making what is missing. Throws AppError `store-broken`. */
export async function openDatabase(name = 'calls'): Promise<Database> {
  try {
    return await openDB<CallsDatabase>(name, 2, {
      async upgrade(db, before, _now, tx) {
        db.createObjectStore('places', { keyPath: ['bucket', 'group'] });
        db.createObjectStore('copies', { keyPath: 'id' });
        db.createObjectStore('chunks', { keyPath: ['id', 'n'] });
        const notes = db.createObjectStore('notes', { keyPath: 'id' });
        notes.createIndex('keys', 'keys', { multiEntry: true });
        notes.createIndex('waits', 'waits');
        if (before === 1) {
          tx.objectStore('parties').createIndex('ids', ['kind', 'id']);
          return addPlaces(tx);
        }
        db.createObjectStore('rows', { keyPath: 'id' });
        db.createObjectStore('columns', { keyPath: 'id' });
        db.createObjectStore('catalogue', { keyPath: 'group' });
        db.createObjectStore('dictionary', { keyPath: ['kind', 'block'] });
        const parties = db.createObjectStore('parties', { keyPath: 'key' });
        parties.createIndex('suffixes', 'suffixes', { multiEntry: true });
        parties.createIndex('company', 'company');
        parties.createIndex('ids', ['kind', 'id']);
        db.createObjectStore('state');
        db.createObjectStore('secrets');
      },
      // A newer version of the extension wants to open it: let it.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
  } catch (error) {
    throw new AppError('store-broken', {}, error);
  }
}

/** Takes the whole database away; whoever has it open is to close it first. Throws AppError `store-broken`. */
export async function deleteDatabase(name = 'calls'): Promise<void> {
  try {
    await deleteDB(name);
  } catch (error) {
    throw new AppError('store-broken', {}, error);
  }
}

/** In version 1 the catalogue held the numbers of each segment, and was read as a whole for every card. */
async function addPlaces(tx: IDBPTransaction<CallsDatabase, StoreNames<CallsDatabase>[], 'versionchange'>) {
  const segments: { id: number; numbers: Uint32Array }[] = [];
  const catalogue = tx.objectStore('catalogue');
  for (const { group, entries } of await catalogue.getAll()) {
    await catalogue.put({
      group,
      entries: entries.map(({ id, from, until, count, ...old }) => {
        if ('numbers' in old && old.numbers instanceof Uint32Array) segments.push({ id, numbers: old.numbers });
        return { id, from, until, count };
      }),
    });
  }
  for (const record of placesOf(segments)) await tx.objectStore('places').put(record);
}

/** The disk is full, or the database failed: what a person can be told of it. */
export function storeError(error: unknown): unknown {
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return new AppError('store-full', {}, error);
  if (error instanceof DOMException && error.name !== 'AbortError') {
    return new AppError('store-broken', { reason: error.name }, error);
  }
  return error;
}
