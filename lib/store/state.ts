import type { Database } from './database';
import { storeError } from './database';

/** Small things kept by name. What is read back was written by this extension, in this or an older version. */
export interface StateStore {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

export function createStateStore(db: Database): StateStore {
  return {
    read: (name) => db.get('state', name),
    async write(name, value) {
      try {
        await db.put('state', value, name);
      } catch (error) {
        throw storeError(error);
      }
    },
  };
}
