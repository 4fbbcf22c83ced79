import { DERIVATION } from '../calls/derive';
import { regroup } from '../calls/regroup';
import type { CallStore } from './call-store';
import { storeError } from './database';
import { rebuildSegments } from './rebuild-segments';
import { callOf } from './segment';
import { writeSegments } from './write-segments';

/** Reads every kept number again by the rules of now. */
export function rereadNumbers(store: CallStore): Promise<void> {
  return store.writing(async () => {
    const memory = await store.memory();
    memory.numbers.reread();
    await writeSegments(store, memory);
    await store.committed();
  });
}

/**
 * Derives calls again that older rules made (DERIVATION), from the legs kept with them, newest first, a segment at a
 * time: other writes come in between, and reading never waits. Ended in the middle it goes on the next time. Tells how
 * many segments were renewed. Throws AppError `store-full`, `store-broken`.
 */
export async function renewCalls(store: CallStore, signal: AbortSignal): Promise<number> {
  for (let renewed = 0; ; renewed++) {
    signal.throwIfAborted();
    if (!(await store.writing(() => renewNewest(store)))) return renewed;
  }
}

async function renewNewest(store: CallStore): Promise<boolean> {
  const memory = await store.memory();
  const old = memory.catalogue.segments().findLast(({ rules = 0 }) => rules !== DERIVATION);
  if (!old) return false;
  try {
    const joined = (await store.rows(old.id)).map((stored) => ({ id: old.id, stored }));
    const offsets = new Map(joined.flatMap(({ stored }) => stored.legs.map((leg) => [leg, stored.call.offset])));
    const groups = regroup([...offsets.keys()]);
    const calls = groups.map((legs) => callOf(legs, legs[0] ? (offsets.get(legs[0]) ?? 0) : 0));
    await writeSegments(store, memory, await rebuildSegments((id) => store.rows(id), memory, joined, calls));
    await store.committed();
    return true;
  } catch (error) {
    store.forget();
    throw storeError(error);
  }
}
