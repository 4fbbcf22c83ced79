import { columnTest, type Filter } from '../calls/filter';
import type { CallMemory } from './call-store';
import type { Columns } from './columns';
import { type TextMasks, textMasks } from './text-masks';

/** Rows of one segment's columns, in order of start. */
export interface Selected {
  columns: Columns;
  rows: Uint32Array;
}

/**
 * What a filter lets through of many segments, in their order; segments without any are left out. Made for a million
 * calls at once. `masks`: the text's, when more than the dictionaries tells who has its words. Whether a call is open is known only beside the calls of its party (./find-calls): not asked here.
 */
export function selectRows(
  memory: CallMemory,
  segments: Iterable<Columns>,
  { open: _open, text = '', ...filter }: Filter,
  masks: TextMasks | undefined = textMasks(memory, text),
): Selected[] {
  const byColumns = Object.keys(filter).length > 0 ? columnTest(filter) : undefined;
  const selected: Selected[] = [];
  const kept = new Uint32Array(1 << 16);
  for (const columns of segments) {
    const count = masks ? selectText(masks, columns, byColumns, kept) : select(columns, byColumns, kept);
    if (count > 0) selected.push({ columns, rows: kept.slice(0, count) });
  }
  return selected;
}

type Test = ReturnType<typeof columnTest> | undefined;

/** One loop that names its columns once: asking hasText a million times takes three times as long. */
function selectText(masks: TextMasks, columns: Columns, byColumns: Test, kept: Uint32Array): number {
  const { number, name, extension, all } = masks;
  const { number: numbers, name: names, extension: extensions } = columns;
  let count = 0;
  for (let row = 0; row < columns.count; row++) {
    const has =
      (number[numbers[row] ?? 0] ?? 0) | (name[names[row] ?? 0] ?? 0) | (extension[extensions[row] ?? 0] ?? 0);
    if (has === all && (!byColumns || byColumns(columns, row))) kept[count++] = row;
  }
  return count;
}

function select(columns: Columns, byColumns: Test, kept: Uint32Array): number {
  let count = 0;
  for (let row = 0; row < columns.count; row++) if (!byColumns || byColumns(columns, row)) kept[count++] = row;
  return count;
}
