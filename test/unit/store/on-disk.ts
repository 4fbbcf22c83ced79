import type { Database } from '../../../lib/store/database';

/** Everything a database holds, as one text: keys, records, bytes as letters. What is erased must not be found in it. */
export async function onDisk(db: Database): Promise<string> {
  const parts: string[] = [];
  for (const name of db.objectStoreNames) {
    const tx = db.transaction(name);
    parts.push(name, JSON.stringify([await tx.store.getAllKeys(), await tx.store.getAll()], readable));
  }
  return parts.join('\n');
}

function readable(_name: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
  if (ArrayBuffer.isView(value)) return '';
  return value;
}
