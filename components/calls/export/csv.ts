import Papa from 'papaparse';
import { type Cell, lengthText, wallClock } from './table';

/** What a spreadsheet of the country parts cells by: where the comma is in numbers, the semicolon. */
export function separatorOf(locale: string): ';' | ',' {
  return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ',';
}

/** Told first, so that spreadsheets read UTF-8. */
export const byteOrderMark = '\uFEFF';

/** Lines of CSV, each ended. Texts that a spreadsheet would run as a formula get an apostrophe before them. */
export function csvOf(rows: readonly (readonly Cell[])[], separator: string): string {
  const texts = rows.map((cells) => cells.map(textOf));
  return `${Papa.unparse(texts, { delimiter: separator, newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function textOf(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  if ('seconds' in cell) return lengthText(cell.seconds);
  return new Date(wallClock(cell.at) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
