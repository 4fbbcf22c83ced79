import { fold } from '../calls/filter';
import type { Sort } from '../calls/sort';
import type { CallMemory } from '../store/call-store';
import type { Columns } from '../store/columns';
import type { Dictionary } from '../store/dictionary';
import { type AllCalls, hitAt } from './all-calls';
import type { WhoHas } from './directory';

/** What calls are put in order by: a rank for each, the same for equal ones; what is empty comes last, whichever way. */
type Rank = (columns: Columns, row: number) => number;

/**
 * The places in another order; of equal calls the newest first. Ranks and places are sorted as one number each: a
 * comparison that is a function of ours takes ten times as long.
 */
export function sortCalls(
  memory: CallMemory,
  who: WhoHas,
  all: AllCalls,
  places: Uint32Array,
  { by, up }: Sort,
): Uint32Array {
  if (by === 'when') return up ? places.slice().reverse() : places;
  const rank = rankBy(by, memory, who);
  const { count } = all;
  const keys = new Float64Array(places.length);
  // the places come in order of time, so the segment of one is mostly that of the one before
  let columns: Columns | undefined;
  let first = 0;
  places.forEach((place, i) => {
    if (!columns || place < first || place >= first + columns.count) {
      const hit = hitAt(all, place);
      columns = hit?.columns;
      first = place - (hit?.row ?? 0);
    }
    const value = columns ? rank(columns, place - first) : 0;
    const ordered = value === 0 ? last : up ? value : last - value;
    keys[i] = ordered * count + (count - 1 - place);
  });
  keys.sort();
  return Uint32Array.from(keys, (key) => count - 1 - (key % count));
}

/** More than any rank, and times two million still a whole number. */
const last = 2 ** 32;

function rankBy(by: Exclude<Sort['by'], 'when'>, memory: CallMemory, who: WhoHas): Rank {
  switch (by) {
    case 'direction':
      return ({ direction }, row) => (direction[row] ?? 0) + 1;
    case 'outcome':
      return ({ outcome }, row) => (outcome[row] ?? 0) + 1;
    case 'talk':
      return ({ talk }, row) => talk[row] ?? 0;
    case 'number': {
      const { numbers } = memory;
      const ranks = ranksOf(textsOf(numbers, (entry) => numbers.digits(entry) || numbers.text(entry)));
      return ({ number }, row) => ranks[number[row] ?? 0] ?? 0;
    }
    case 'extension': {
      const { extensions } = memory;
      const padded = (entry: number) => extensions.text(entry).replace(/\d+/g, (digits) => digits.padStart(12, '0'));
      const ranks = ranksOf(textsOf(extensions, padded));
      return ({ extension }, row) => ranks[extension[row] ?? 0] ?? 0;
    }
    case 'who': {
      const has = who.matched();
      const nameOf = (entry: number) => (has[entry] === 1 ? (who.match(entry)?.answers[0]?.party.name ?? '') : '');
      const parties = textsOf(memory.numbers, (entry) => fold(nameOf(entry)));
      const ranks = ranksOf([...parties, ...textsOf(memory.names, (entry) => fold(memory.names.text(entry)))]);
      return ({ number, name }, row) =>
        (ranks[number[row] ?? 0] ?? 0) || (ranks[parties.length + (name[row] ?? 0)] ?? 0);
    }
  }
}

function textsOf(dictionary: Dictionary, text: (entry: number) => string): string[] {
  return Array.from({ length: dictionary.size() }, (_, entry) => text(entry));
}

/** The place of each text among them all, from 1; 0 for an empty one. */
function ranksOf(texts: readonly string[]): Uint32Array {
  const ordered = [...new Set(texts)].filter((text) => text !== '').sort();
  const ranks = new Map(ordered.map((text, i) => [text, i + 1]));
  return Uint32Array.from(texts, (text) => ranks.get(text) ?? 0);
}
