import { readDirectory } from '../../../lib/answers/directory';
import { directions, outcomes } from '../../../lib/calls/call';
import type { CallMemory } from '../../../lib/store/call-store';
import type { Columns } from '../../../lib/store/columns';
import { textMasks } from '../../../lib/store/text-masks';
import { openStore, plan } from './open-store';

/** The calls that the extension keeps, in memory: what its worker has when it is awake. */
let kept: { memory: CallMemory; segments: Columns[]; matched: Uint8Array } | undefined;

/** Reads them anew from the extension's own database. */
export async function readKept(): Promise<void> {
  const store = await openStore('calls');
  const memory = await store.memory();
  const who = await readDirectory(store, plan);
  const segments = await store.columns(memory.catalogue.segments().map(({ id }) => id));
  kept = { memory, segments, matched: who.matched() };
  store.db.close();
}

interface Pass {
  took: number;
  found: number;
}

/** Missed calls from outside since `from` (UTC epoch seconds) of numbers that nobody has, compared by hand. */
export function filterFloor(from: number): Pass {
  const { segments, matched } = known();
  const [incoming, missed] = [directions.indexOf('in'), outcomes.indexOf('missed')];
  return timed(() => {
    let found = 0;
    for (const { start, direction, outcome, number, count } of segments)
      for (let row = 0; row < count; row++)
        if (direction[row] === incoming && outcome[row] === missed && (start[row] ?? 0) >= from)
          if (matched[number[row] ?? 0] !== 1) found++;
    return found;
  });
}

/** Calls with a text, by entries of the dictionaries that are known to have it. */
export function searchFloor(text: string): Pass {
  const { memory, segments } = known();
  const masks = textMasks(memory, text);
  if (!masks) throw new Error('nothing to look for');
  const { number: numbers, name: names, extension: extensions } = masks;
  return timed(() => {
    let found = 0;
    for (const { number, name, extension, count } of segments)
      for (let row = 0; row < count; row++)
        if (numbers[number[row] ?? 0] || names[name[row] ?? 0] || extensions[extension[row] ?? 0]) found++;
    return found;
  });
}

/** All calls by trunk, with every column read that a figure is made of. */
export function statisticsFloor(): Pass {
  const { memory, segments } = known();
  const groups = new Uint32Array(memory.extensions.size());
  let sum = 0;
  const pass = timed(() => {
    let found = 0;
    for (const { start, direction, outcome, ring, talk, number, trunk, count } of segments) {
      for (let row = 0; row < count; row++) {
        sum += (start[row] ?? 0) + (ring[row] ?? 0) + (talk[row] ?? 0) + (number[row] ?? 0);
        sum += (direction[row] ?? 0) + (outcome[row] ?? 0);
        const group = trunk?.[row] ?? 0;
        groups[group] = (groups[group] ?? 0) + 1;
      }
      found += count;
    }
    return found;
  });
  if (sum === 0) throw new Error('nothing was read');
  return pass;
}

/** How many values a column has, by one pass that counts the calls of each. */
export function choicesFloor(): Pass {
  const { memory, segments } = known();
  const calls = new Uint32Array(memory.extensions.size());
  return timed(() => {
    for (const { extension, count } of segments)
      for (let row = 0; row < count; row++) {
        const entry = extension[row] ?? 0;
        calls[entry] = (calls[entry] ?? 0) + 1;
      }
    return calls.filter((one) => one > 0).length;
  });
}

/** Every call as a line of text, written from the same columns: start, number, name, extension, lengths. */
export function exportFloor(): Pass {
  const { memory, segments } = known();
  const { numbers, names, extensions } = memory;
  const parts: string[] = [];
  return timed(() => {
    let found = 0;
    for (const { start, direction, outcome, number, name, extension, ring, talk, recordings, count } of segments) {
      let text = '';
      for (let row = count - 1; row >= 0; row--) {
        const party = `${numbers.text(number[row] ?? 0)};${names.text(name[row] ?? 0)}`;
        const lengths = `${ring[row]};${talk[row]};${recordings[row]}`;
        text += `${start[row]};${direction[row]};${outcome[row]};${party};${extensions.text(extension[row] ?? 0)};${lengths}\r\n`;
      }
      parts.push(text);
      found += count;
    }
    if (new Blob(parts).size === 0) throw new Error('nothing was written');
    return found;
  });
}

function known() {
  if (!kept) throw new Error('readKept comes first');
  return kept;
}

function timed(work: () => number): Pass {
  const from = performance.now();
  const found = work();
  return { took: performance.now() - from, found };
}
