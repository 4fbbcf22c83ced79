import type { JournalLine } from '../../../lib/questions/journal';
import type { CallsWords } from '../calls-words';
import { byteOrderMark, csvOf, separatorOf } from './csv';
import { type Cell, cellsOf, titlesOf } from './table';
import { xlsxOf } from './xlsx';

export type Format = 'csv' | 'xlsx';

/** A file of the lines, in the words of the page. `locale`: of the person's country. */
export async function makeFile(
  format: Format,
  pages: AsyncIterable<JournalLine[]>,
  words: CallsWords,
  locale: string,
): Promise<Blob> {
  async function* rows(): AsyncGenerator<Cell[][]> {
    for await (const lines of pages) yield lines.map((line) => cellsOf(line, words));
  }
  if (format === 'xlsx') return xlsxOf(words.calls.journal, titlesOf(words), rows());
  const separator = separatorOf(locale);
  const parts: BlobPart[] = [byteOrderMark, csvOf([titlesOf(words)], separator)];
  // a blob each: turned into bytes all at once at the end, a hundred megabytes of text would hold the page up
  for await (const page of rows()) parts.push(new Blob([csvOf(page, separator)]));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
