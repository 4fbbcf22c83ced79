import { addLegs } from '../../../lib/store/add-legs';
import type { CallStore } from '../../../lib/store/call-store';
import { readCdrAnswer } from '../../../lib/ucm/read-cdr-page';
import { answerOf, DAY, pagesOfDay } from './answers';
import { OFFSET, openStore } from './open-store';

const DATABASE = 'bench';

let store: CallStore | undefined;
let texts: string[] = [];

export async function beginFill(): Promise<void> {
  await remove();
  store = await openStore(DATABASE);
}

/**
 * Makes the answers of some days, as texts. Day 0 is the newest: the synchronisation reads backwards. `calls` is how
 * many there are on each of these days.
 */
export function tellDays(first: number, calls: readonly number[], numbers: number): { bytes: number } {
  texts = calls.flatMap((count, i) => {
    const day = first + i;
    const to = 1_790_000_000 - day * DAY;
    const firstAcctId = 90_000_000 - day * count * 10;
    const wish = { calls: count, seed: 1000 + day, from: to - DAY, to, numbers, firstAcctId };
    return pagesOfDay(wish).map((page) => JSON.stringify(answerOf(page)));
  });
  return { bytes: texts.reduce((sum, text) => sum + text.length, 0) };
}

/** The floor: ms of nothing but JSON.parse of the texts. */
export function parseTexts(): number {
  const from = performance.now();
  let entries = 0;
  for (const text of texts) entries += JSON.parse(text).cdr_root.length;
  const took = performance.now() - from;
  if (entries === 0) throw new Error('nothing was read');
  return took;
}

/** ms from the texts to committed segments, of which `read`: parsing and checking. */
export async function fillTexts(): Promise<{ total: number; read: number }> {
  if (!store) throw new Error('beginFill comes first');
  let read = 0;
  const from = performance.now();
  for (const text of texts) {
    const begun = performance.now();
    const { legs } = readCdrAnswer(JSON.parse(text));
    read += performance.now() - begun;
    await addLegs(store, legs, OFFSET);
  }
  await store.committed();
  return { total: performance.now() - from, read };
}

export async function endFill(): Promise<{ calls: number; segments: number }> {
  if (!store) throw new Error('beginFill comes first');
  const { catalogue } = await store.memory();
  const kept = { calls: catalogue.count(), segments: catalogue.segments().length };
  store.db.close();
  store = undefined;
  await remove();
  return kept;
}

function remove(): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(DATABASE);
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
  });
}
