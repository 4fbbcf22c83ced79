import { type JournalColumn, journalColumns } from '../../lib/calls/journal-columns';
import { type Sort, sortColumns } from '../../lib/calls/sort';
import type { CallsWords } from './calls-words';

/** Least and best width; what is short of room shrinks, and its text is cut. */
const widths: Record<JournalColumn, string> = {
  direction: 'minmax(4.5em, 7.2em)',
  number: 'minmax(7.5em, 9.5em)',
  name: 'minmax(5em, 12em)',
  who: 'minmax(6em, 1fr)',
  outcome: 'minmax(7em, 16.5em)',
  type: 'minmax(5em, 8em)',
  extension: 'minmax(4em, 13em)',
  trunk: 'minmax(5em, 9em)',
  ring: 'minmax(3.5em, 5.5em)',
  talk: 'minmax(3.5em, 5.5em)',
  recordings: 'minmax(2.5em, 10em)',
  noted: 'minmax(2.5em, 4em)',
};

/** The grid of a line with these columns: the box to select, when, and they. */
export function gridOf(columns: readonly JournalColumn[], when = 'minmax(8.5em, 12em)', of = widths): string {
  const rest = columns.map((column) => of[column]);
  // without a party's column the room is left at the end
  return ['1.5em', when, ...rest, ...(columns.includes('who') ? [] : ['1fr'])].join(' ');
}

/** Those for which a window of a small computer has no room. */
const roomy: readonly JournalColumn[] = ['name', 'type', 'extension', 'trunk', 'ring', 'recordings', 'noted'];

/** The same in a window below 1150 px. */
export function smallGridOf(columns: readonly JournalColumn[]): string {
  // there a name is worth more than room beside a time
  const tight = { ...widths, who: 'minmax(11em, 1fr)', talk: 'minmax(3.5em, 4em)' };
  return gridOf(
    columns.filter((column) => !roomy.includes(column)),
    'minmax(8.5em, 10.5em)',
    tight,
  );
}

export function titleOf(column: JournalColumn, { panel, calls, statistics }: CallsWords): string {
  if (column === 'who') return calls.party;
  if (column === 'number') return panel.column.who;
  if (column === 'name') return calls.callerName;
  if (column === 'type') return panel.column.through;
  if (column === 'recordings') return panel.recorded;
  if (column === 'noted') return calls.note;
  if (column === 'trunk') return statistics.by.trunk;
  return panel.column[column];
}

export function sortOf(column: JournalColumn): Sort['by'] | undefined {
  return sortColumns.find((one) => one === column);
}

/** `number,who`; undefined for none or what is no list of columns. */
export function readColumns(text: string): JournalColumn[] | undefined {
  const names = text.split(',');
  const found = journalColumns.filter((column) => names.includes(column));
  return found.length > 0 ? found : undefined;
}
