import { type Cell, wallClock } from './table';
import { zipOf } from './zip';

/** Days from the first one of spreadsheets to 1 January 1970. */
const EPOCH = 25_569;
const DAY = 86_400;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const main = `${office}/spreadsheetml/2006/main`;
const relations = `${office}/officeDocument/2006/relationships`;
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const xlsxType = `${types}.sheet`;

/**
 * A workbook of one sheet, its title line fixed. Dates are dates and lengths are lengths, so a spreadsheet can add them
 * up; texts are texts, so none of them is ever run as a formula. The rows come page by page. Throws what they throw.
 */
export async function xlsxOf(
  sheet: string,
  titles: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): Promise<Blob> {
  async function* texts() {
    yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${titles.map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="${i === 0 ? 19 : 16}" customWidth="1"/>`).join('')}</cols><sheetData>`;
    yield rowOf(titles, 3);
    for await (const rows of pages) yield rows.map((cells) => rowOf(cells, 0)).join('');
    yield '</sheetData></worksheet>';
  }
  const archive = await zipOf([
    {
      name: '[Content_Types].xml',
      text: [
        `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      text: [
        `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/workbook.xml',
      text: [
        `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/styles.xml',
      text: [
        `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
      ],
    },
    { name: 'xl/worksheets/sheet1.xml', text: texts() },
  ]);
  return new Blob([archive], { type: xlsxType });
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
