import { readNumber } from '../../../lib/calls/number';
import { type CallStore, createCallStore } from '../../../lib/store/call-store';
import { openDatabase } from '../../../lib/store/database';

export const plan = { country: 'FR', outsidePrefix: '', own: [] };

/** Seconds that the simulated PBX is ahead of UTC; its legs name their epoch, so little depends on it. */
export const OFFSET = 3600;

/** The store as the background makes it. */
export async function openStore(name: string): Promise<CallStore> {
  const db = await openDatabase(name);
  return createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
}
