import { isSameNumber } from '../calls/same-number';
import type { CallStore } from './call-store';
import { rawNumbers } from './leg-numbers';
import type { StoredCall } from './segment';

/** Whether any leg of a call names this number, as caller, as called or as where it was forwarded to. */
export function isCallAbout(store: CallStore, digits: string): (call: StoredCall) => boolean {
  return ({ legs }) => legs.some((leg) => rawNumbers(leg).some((raw) => isSameNumber(store.digitsOf(raw), digits)));
}

/** Every kept call that names the number (digits as the settings read them), oldest first. Reads all rows there are. */
export async function callsAbout(store: CallStore, digits: string): Promise<StoredCall[]> {
  const isAbout = isCallAbout(store, digits);
  const found: StoredCall[] = [];
  const { catalogue } = await store.memory();
  for (const { id } of catalogue.segments()) found.push(...(await store.rows(id)).filter(isAbout));
  return found;
}

/** In which notations the calls name the number. */
export function notationsOf(store: CallStore, calls: readonly StoredCall[], digits: string): Set<string> {
  const raws = calls.flatMap(({ legs }) => legs.flatMap(rawNumbers));
  return new Set(raws.filter((raw) => isSameNumber(store.digitsOf(raw), digits)));
}
