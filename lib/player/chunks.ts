import { AppError } from '../errors';
import { CHUNK, type CopyRecord, type CopyStore } from '../store/copies';

/** Bytes that may be in memory when nothing can be kept: two hours of a telephone's sound. */
const mostInMemory = 128 * 1024 * 1024;

/** The chunks of one copy: kept in the store, and in memory from the moment on at which the disk is full. */
export interface Chunks {
  /** the disk is full: what comes is in memory, and gone with the background */
  full(): boolean;
  /** Throws AppError `store-broken`; `store-full` only when there is too much for the memory as well. */
  write(record: CopyRecord, chunk?: { n: number; bytes: Uint8Array<ArrayBuffer> }): Promise<void>;
  /** bytes from here to the end of their chunk, which was written before; undefined when it is gone */
  read(at: number): Promise<Uint8Array | undefined>;
}

export function createChunks(store: CopyStore, id: string): Chunks {
  const inMemory = new Map<number, Uint8Array>();
  let full = false;
  let last: { n: number; bytes: Uint8Array } | undefined;

  return {
    full: () => full,

    async write(record, chunk) {
      // Once full, always: a later chunk in the store behind one that is not would be a hole.
      if (!full) {
        try {
          await store.write(record, chunk);
          last = chunk ?? last;
          return;
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'store-full') throw error;
          full = true;
        }
      }
      if (!chunk) return;
      if ((inMemory.size + 1) * CHUNK > mostInMemory) throw new AppError('store-full');
      inMemory.set(chunk.n, chunk.bytes);
    },

    async read(at) {
      const n = Math.floor(at / CHUNK);
      if (last?.n !== n) {
        const bytes = inMemory.get(n) ?? (await store.chunk(id, n));
        last = bytes && { n, bytes };
      }
      return last?.bytes.subarray(at % CHUNK);
    },
  };
}
