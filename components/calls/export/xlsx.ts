import { type Cell, wallClock } from './table';
import { type ZipFile, zipOf } from './zip';

/** Days from the first one of spreadsheets to 1 January 1970. */
const EPOCH = 25_569;
const DAY = 86_400;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const main = `${office}/spreadsheetml/2006/main`;
const relations = `${office}/officeDocument/2006/relationships`;
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const xlsxType = `${types}.sheet`;

/** Rows that a sheet of a spreadsheet has at most, its title line left out. */
const MOST_ROWS = 2 ** 20 - 1;

/**
 * A workbook, the title line of its sheet fixed. Dates are dates and lengths are lengths, so a spreadsheet can add them
 * up; texts are texts, so none of them is ever run as a formula. The rows come page by page; more than a sheet holds go on in
 * a second one. Throws what they throw.
 */
export async function xlsxOf(
  sheet: string,
  titles: readonly string[],
  pages: AsyncIterable<Row[]>,
  most = MOST_ROWS,
): Promise<Blob> {
  return new Blob([await zipOf(filesOf(sheet, titles, pages, most))], { type: xlsxType });
}

type Row = readonly Cell[];

async function* filesOf(
  sheet: string,
  titles: readonly string[],
  pages: AsyncIterable<Row[]>,
  most: number,
): AsyncGenerator<ZipFile> {
  const rows = readerOf(pages);
  const names: string[] = [];
  do {
    const number = names.length + 1;
    names.push(number === 1 ? sheet : `${sheet} ${number}`);
    yield { name: `xl/worksheets/sheet${number}.xml`, text: sheetOf(titles, rows, most) };
  } while (await rows.more());
  // how many sheets there are is known only now; an archive may hold its files in any order
  yield {
    name: '[Content_Types].xml',
    text: [
      `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ],
  };
  yield {
    name: '_rels/.rels',
    text: [
      `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  };
  yield {
    name: 'xl/workbook.xml',
    text: [
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ],
  };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    text: [
      `${head}<Relationships xmlns="${office}/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
  };
  yield {
    name: 'xl/styles.xml',
    text: [
      `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
  };
}

async function* sheetOf(titles: readonly string[], rows: RowReader, most: number): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${titles.map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="${i === 0 ? 19 : 16}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  yield rowOf(titles, 3);
  for (let room = most; room > 0 && (await rows.more()); ) {
    const some = rows.take(room);
    room -= some.length;
    yield some.map((cells) => rowOf(cells, 0)).join('');
  }
  yield '</sheetData></worksheet>';
}

interface RowReader {
  /** whether there is a row to take */
  more(): Promise<boolean>;
  /** rows of one page, at most so many */
  take(most: number): Row[];
}

function readerOf(pages: AsyncIterable<Row[]>): RowReader {
  const source = pages[Symbol.asyncIterator]();
  let page: Row[] = [];
  return {
    async more() {
      for (let next = await nextIfEmpty(); next && !next.done; next = await nextIfEmpty()) page = next.value;
      return page.length > 0;
    },
    take: (most) => page.splice(0, most),
  };

  async function nextIfEmpty() {
    return page.length > 0 ? undefined : source.next();
  }
}

/** `style`: of its texts, a place in cellXfs; dates have 1, lengths 2 */
function rowOf(cells: readonly Cell[], style: number): string {
  let row = '<row>';
  for (const cell of cells) {
    if (cell === '') row += '<c/>';
    else if (typeof cell === 'number') row += `<c><v>${cell}</v></c>`;
    else if (typeof cell === 'string')
      row += `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    else if ('at' in cell) row += `<c s="1"><v>${wallClock(cell.at) / DAY + EPOCH}</v></c>`;
    else row += `<c s="2"><v>${cell.seconds / DAY}</v></c>`;
  }
  return `${row}</row>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML cannot hold: control characters and halves of a pair. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (letter: string) => entities[letter] ?? '');
}
