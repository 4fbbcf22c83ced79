import type { Database } from './database';
import { storeError } from './database';

/** Bytes of a chunk; the last of a file is shorter. */
export const CHUNK = 256 * 1024;

/** What is known of a copy of a recording; its bytes are in chunks beside it. */
export interface CopyRecord {
  /** `<call>/<n>` */
  id: string;
  /** bytes kept, from the beginning on */
  received: number;
  /** bytes of the file; 0 = not known yet */
  total: number;
  whole: boolean;
  /** see lib/player/wav; kept so that the head need not be read again */
  head?: unknown;
  peaks: number[];
  /** UTC epoch ms, last played */
  usedAt: number;
}

export interface CopyStore {
  read(id: string): Promise<CopyRecord | undefined>;
  /** The record, and with it one more chunk. Throws AppError `store-full`, `store-broken`; nothing is kept then. */
  write(record: CopyRecord, chunk?: { n: number; bytes: Uint8Array<ArrayBuffer> }): Promise<void>;
  chunk(id: string, n: number): Promise<Uint8Array | undefined>;
  remove(id: string): Promise<void>;
  /** all records, without bytes */
  all(): Promise<CopyRecord[]>;
}

/** Copies of recordings, in pieces: so a background that was stopped goes on from what has come. */
export function createCopyStore(db: Database): CopyStore {
  return {
    read: (id) => db.get('copies', id),
    all: () => db.getAll('copies'),
    chunk: async (id, n) => (await db.get('chunks', [id, n]))?.bytes,
    async write(record, chunk) {
      try {
        const tx = db.transaction(['copies', 'chunks'], 'readwrite');
        await Promise.all([
          tx.objectStore('copies').put(record),
          chunk && tx.objectStore('chunks').put({ id: record.id, ...chunk }),
          tx.done,
        ]);
      } catch (error) {
        throw storeError(error);
      }
    },
    async remove(id) {
      const tx = db.transaction(['copies', 'chunks'], 'readwrite');
      await Promise.all([
        tx.objectStore('copies').delete(id),
        tx.objectStore('chunks').delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER])),
        tx.done,
      ]);
    },
  };
}
