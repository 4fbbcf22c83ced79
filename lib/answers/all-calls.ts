import { directions, outcomes } from '../calls/call';
import { gotNobody, gotThrough } from '../calls/missed';
import type { CallStore } from '../store/call-store';
import type { Columns } from '../store/columns';
import type { Hit } from '../store/find-calls';

/**
 * Every kept call in order of start, by its place in that order: a list of a million calls is then four megabytes, and a
 * call's columns are found by its place. A call kept or changed later makes others, not these: they can be gone
 * through page by page.
 */
export interface AllCalls {
  /** oldest first */
  segments: readonly Columns[];
  /** place of each segment's first call */
  firsts: Uint32Array;
  count: number;
  /** by place: 1 for a call that got nobody, and whose number nobody got through to since */
  open: Uint8Array;
}

const OPENS = 1;
const CLOSES = 2;

/** What a call does to the one before it of the same number, by direction and outcome: asked a million times. */
const kinds = Uint8Array.from({ length: directions.length * outcomes.length }, (_, i) => {
  const direction = directions[Math.floor(i / outcomes.length)] ?? 'in';
  const outcome = outcomes[i % outcomes.length] ?? 'answered';
  return (gotNobody(direction, outcome) ? OPENS : 0) | (gotThrough(direction, outcome) ? CLOSES : 0);
});

/** What a call is: 1 opens (got nobody), 2 closes (people talked), 0 neither. */
export function kindOf(columns: Columns, row: number): number {
  return kinds[(columns.direction[row] ?? 0) * outcomes.length + (columns.outcome[row] ?? 0)] ?? 0;
}

/** Reads the columns of every call, internal ones among them. A hidden caller is not the next hidden caller. */
export async function readAllCalls(store: CallStore): Promise<AllCalls> {
  const { catalogue, numbers } = await store.memory();
  return allCallsOf(await store.columns(catalogue.segments().map(({ id }) => id)), numbers.alike());
}

/** `segments`: oldest first; `alike`: by entry of the dictionary, the same for notations of one number. */
export function allCallsOf(segments: readonly Columns[], alike: Uint32Array): AllCalls {
  const firsts = new Uint32Array(segments.length);
  let count = 0;
  segments.forEach((columns, i) => {
    firsts[i] = count;
    count += columns.count;
  });
  return { segments, firsts, count, open: openCalls(segments, count, alike) };
}

function openCalls(segments: readonly Columns[], count: number, alike: Uint32Array): Uint8Array {
  const through = new Uint8Array(alike.length);
  const open = new Uint8Array(count);
  let place = count;
  for (let s = segments.length - 1; s >= 0; s--) {
    const columns = segments[s];
    if (!columns) continue;
    for (let row = columns.count - 1; row >= 0; row--) {
      place--;
      const kind = kindOf(columns, row);
      if (kind === 0) continue;
      const number = alike[columns.number[row] ?? 0] ?? 0;
      if (kind === CLOSES) through[number] = number === 0 ? 0 : 1;
      else if (through[number] !== 1) open[place] = 1;
    }
  }
  return open;
}

/** The call at a place; undefined outside. */
export function hitAt({ segments, firsts, count, open }: AllCalls, place: number): Hit | undefined {
  if (place < 0 || place >= count) return undefined;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const columns = segments[low];
  return columns && { columns, row: place - (firsts[low] ?? 0), open: open[place] === 1 };
}

/** In the order of the places. */
export function hitsAt(calls: AllCalls, places: Uint32Array): Hit[] {
  return [...places].map((place) => hitAt(calls, place)).filter((hit) => hit !== undefined);
}

/** Place of the call with this start and mark; -1 when there is none. */
export function placeOf({ segments, firsts }: AllCalls, wanted: { start: number; mark: number }): number {
  for (const [s, columns] of segments.entries()) {
    if ((columns.start[0] ?? 0) > wanted.start) break;
    if ((columns.start[columns.count - 1] ?? 0) < wanted.start) continue;
    for (let row = 0; row < columns.count; row++) {
      if (columns.start[row] === wanted.start && columns.mark[row] === wanted.mark) return (firsts[s] ?? 0) + row;
    }
  }
  return -1;
}
