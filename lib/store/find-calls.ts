import { directions, outcomes } from '../calls/call';
import { columnTest, type Filter } from '../calls/filter';
import { gotNobody, gotThrough } from '../calls/missed';
import type { CallMemory, CallStore } from './call-store';
import type { Columns } from './columns';
import { hasText, textMasks } from './text-masks';

/** A call found: where its columns are. */
export interface Hit {
  columns: Columns;
  row: number;
  /** got nobody, and nobody of the numbers looked for got through since */
  open: boolean;
}

/** Figures of some calls; seconds, and UTC epoch seconds (`last`, 0 when there is no call). */
export interface HitFigures {
  calls: number;
  answered: number;
  talk: number;
  last: number;
  missed: number;
  open: number;
}

/** Calls of some numbers (entries of the dictionary), newest first. They are one party's: any of them closes a missed call. */
export async function callsOfNumbers(store: CallStore, numbers: ReadonlySet<number>): Promise<Hit[]> {
  if (numbers.size === 0) return [];
  const found = await store.columns(await store.places().segmentsOf(numbers));
  found.sort(newestFirst);
  const hits: Hit[] = [];
  let through = false;
  for (const columns of found) {
    for (let row = columns.count - 1; row >= 0; row--) {
      if (!numbers.has(columns.number[row] ?? 0)) continue;
      const direction = directions[columns.direction[row] ?? 0] ?? 'in';
      const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'answered';
      if (gotThrough(direction, outcome)) through = true;
      hits.push({ columns, row, open: !through && gotNobody(direction, outcome) });
    }
  }
  return hits;
}

function newestFirst(a: Columns, b: Columns): number {
  return (b.start[0] ?? 0) - (a.start[0] ?? 0) || (b.start.at(-1) ?? 0) - (a.start.at(-1) ?? 0) || b.id - a.id;
}

/**
 * The newest calls of all, but internal ones; newest first. A missed call is open until its number gets through, in
 * whatever notation; a hidden caller is not the next hidden caller.
 */
export async function newestCalls(store: CallStore, limit: number): Promise<Hit[]> {
  const { catalogue, numbers } = await store.memory();
  const hits: Hit[] = [];
  const through = new Set<string>();
  for (const entry of [...catalogue.segments()].reverse()) {
    const [columns] = await store.columns([entry.id]);
    for (let row = (columns?.count ?? 0) - 1; columns && row >= 0 && hits.length < limit; row--) {
      const direction = directions[columns.direction[row] ?? 0] ?? 'in';
      const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'answered';
      if (direction === 'internal') continue;
      const number = numbers.digits(columns.number[row] ?? 0);
      if (number !== '' && gotThrough(direction, outcome)) through.add(number);
      hits.push({ columns, row, open: !through.has(number) && gotNobody(direction, outcome) });
    }
    if (hits.length >= limit) break;
  }
  return hits;
}

/** Those a filter lets through, in the same order. `noteOf`: what is noted on a call, folded; '' for nothing. */
export function filterHits(
  memory: CallMemory,
  hits: readonly Hit[],
  filter: Filter,
  noteOf: (columns: Columns, row: number) => string = () => '',
): Hit[] {
  const byColumns = columnTest(filter);
  const masks = textMasks(memory, filter.text ?? '');
  return hits.filter(
    ({ columns, row, open }) =>
      byColumns(columns, row) &&
      (filter.open !== true || open) &&
      (!masks || hasText(masks, columns, row, noteOf(columns, row))),
  );
}

export function figuresOf(hits: readonly Hit[]): HitFigures {
  const figures: HitFigures = { calls: hits.length, answered: 0, talk: 0, last: 0, missed: 0, open: 0 };
  for (const { columns, row, open } of hits) {
    const direction = directions[columns.direction[row] ?? 0] ?? 'in';
    const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'answered';
    if (outcome === 'answered') figures.answered++;
    if (gotNobody(direction, outcome)) figures.missed++;
    if (open) figures.open++;
    figures.talk += columns.talk[row] ?? 0;
    figures.last = Math.max(figures.last, columns.start[row] ?? 0);
  }
  return figures;
}
