import { directions, outcomes } from '../calls/call';
import { columnTest, fold, wordsOf } from '../calls/filter';
import { gotNobody, gotThrough } from '../calls/missed';
import type { JournalFilter } from '../questions/journal';
import type { Figures } from '../questions/questions';
import type { CallMemory, CallStore } from '../store/call-store';
import type { Columns } from '../store/columns';
import type { Hit } from '../store/find-calls';
import { selectRows } from '../store/select-rows';
import { hasText, type TextMasks, textMasks } from '../store/text-masks';
import type { WhoHas } from './directory';
import type { NotedCalls } from './noted-calls';

/** A segment, and which of its calls got nobody and were not called back since: a byte a row. */
interface Segment {
  columns: Columns;
  open: Uint8Array;
}

/** What a filter lets through: rows by segment, oldest first. No object a call: there may be a million. */
export interface Shown {
  parts: (Segment & { rows: Uint32Array })[];
  figures: Figures;
}

/**
 * Every call, oldest first, internal ones among them. A missed call is open until its number gets through, in whatever
 * notation; a hidden caller is not the next hidden caller.
 */
export async function allCalls(store: CallStore): Promise<Segment[]> {
  const { catalogue, numbers } = await store.memory();
  const alike = numbers.alike();
  const through = new Uint8Array(alike.length);
  const all = await store.columns(catalogue.segments().map(({ id }) => id));
  const segments: Segment[] = [];
  for (const columns of all.toReversed()) {
    const open = new Uint8Array(columns.count);
    for (let row = columns.count - 1; row >= 0; row--) {
      const direction = directions[columns.direction[row] ?? 0] ?? 'in';
      const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'answered';
      const number = alike[columns.number[row] ?? 0] ?? 0;
      if (number !== 0 && direction !== 'internal' && gotThrough(direction, outcome)) through[number] = 1;
      if (through[number] !== 1 && gotNobody(direction, outcome)) open[row] = 1;
    }
    segments.push({ columns, open });
  }
  return segments.reverse();
}

/** What a filter lets through. Its text is also looked for in the names of parties and in notes. */
export function filterJournal(
  memory: CallMemory,
  who: WhoHas,
  segments: readonly Segment[],
  filter: JournalFilter,
  notes?: NotedCalls,
): Shown {
  const { matched, recorded, open: onlyOpen, text = '', ...byColumns } = filter;
  const openOf = new Map(segments.map(({ columns, open }) => [columns, open]));
  const masks = withPartyNames(textMasks(memory, text), who, text);
  const columnsOf = segments.map(({ columns }) => columns);
  const selected = selectRows(memory, columnsOf, byColumns, masks);
  const found = masks && notes ? withNotes(selected, columnsOf, filter, masks, notes) : selected;
  const figures: Figures = { calls: 0, answered: 0, talk: 0, last: 0, missed: 0, open: 0 };
  const parts: Shown['parts'] = [];
  for (const { columns, rows } of found) {
    const open = openOf.get(columns) ?? new Uint8Array();
    const kept = new Uint32Array(rows.length);
    let count = 0;
    for (const row of rows) {
      if (onlyOpen === true && open[row] !== 1) continue;
      if (recorded === true && (columns.recordings[row] ?? 0) === 0) continue;
      if (matched !== undefined && who.isMatched(columns.number[row] ?? 0) !== matched) continue;
      kept[count++] = row;
      addTo(figures, columns, row, open[row] === 1);
    }
    if (count > 0) parts.push({ columns, open, rows: kept.subarray(0, count) });
  }
  return { parts, figures };
}

/** The newest of what was let through, from `offset` on. */
export function newestOf({ parts }: Shown, offset: number, limit: number): Hit[] {
  const hits: Hit[] = [];
  let skip = offset;
  for (const { columns, open, rows } of parts.toReversed()) {
    if (skip >= rows.length) {
      skip -= rows.length;
      continue;
    }
    for (let at = rows.length - 1 - skip; at >= 0 && hits.length < limit; at--) {
      const row = rows[at] ?? 0;
      hits.push({ columns, row, open: open[row] === 1 });
    }
    skip = 0;
    if (hits.length >= limit) break;
  }
  return hits;
}

function addTo(figures: Figures, columns: Columns, row: number, open: boolean): void {
  const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'answered';
  figures.calls++;
  if (outcome === 'answered') figures.answered++;
  if (gotNobody(directions[columns.direction[row] ?? 0] ?? 'in', outcome)) figures.missed++;
  if (open) figures.open++;
  figures.talk += columns.talk[row] ?? 0;
  figures.last = Math.max(figures.last, columns.start[row] ?? 0);
}

/** A number counts as having the words that are in the names of whoever has it. */
function withPartyNames(masks: TextMasks | undefined, who: WhoHas, text: string): TextMasks | undefined {
  if (!masks) return undefined;
  const words = wordsOf(text).map((word) => word.text);
  if (words.every((word) => word === '')) return masks;
  for (const { entry, names } of who.matched()) {
    words.forEach((word, bit) => {
      if (word !== '' && names.includes(word)) masks.number[entry] = (masks.number[entry] ?? 0) | (1 << bit);
    });
  }
  return masks;
}

/** With the calls in whose notes the words are: few of the many are noted, so they are looked at one by one. */
function withNotes(
  selected: readonly { columns: Columns; rows: Uint32Array }[],
  segments: readonly Columns[],
  { matched: _matched, recorded: _recorded, open: _open, text: _text, ...filter }: JournalFilter,
  masks: TextMasks,
  notes: NotedCalls,
): { columns: Columns; rows: Uint32Array }[] {
  const byColumns = columnTest(filter);
  const rowsOf = new Map(selected.map(({ columns, rows }) => [columns, rows]));
  return segments.flatMap((columns) => {
    const rows = rowsOf.get(columns);
    const more: number[] = [];
    for (let row = 0; row < columns.count; row++) {
      if (!notes.isNoted(columns, row) || !byColumns(columns, row)) continue;
      if (hasText(masks, columns, row, notes.textOf(columns, row)) && !rows?.includes(row)) more.push(row);
    }
    if (more.length === 0) return rows ? [{ columns, rows }] : [];
    return [{ columns, rows: Uint32Array.from([...(rows ?? []), ...more]).sort() }];
  });
}

/** Folded names of a party, to be searched. */
export function namesOf(parties: readonly { name: string; company: string }[]): string {
  return fold(parties.map(({ name, company }) => `${name}\n${company}`).join('\n'));
}
