import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createCallsWords } from '../../../components/calls/calls-words';
import { makeFile } from '../../../components/calls/export/make-file';
import { xlsxOf } from '../../../components/calls/export/xlsx';
import type { JournalLine } from '../../../lib/questions/journal';
import * as fr from '../../../lib/text/fr';

const words = createCallsWords(fr, ['fr-FR']);
/** 23 November 2026, 9:05:07 of the browser's clocks */
const start = new Date(2026, 10, 23, 9, 5, 7).getTime() / 1000;
const line: JournalLine = {
  key: '1-a',
  start,
  direction: 'in',
  type: 'direct',
  outcome: 'answered',
  number: '01 99 00 12 34',
  rawNumber: '0199001234',
  name: '=HYPERLINK("http://evil")',
  extension: '201',
  trunk: 'Opérateur SIP',
  through: '6500',
  ring: 7,
  talk: 3725,
  recordings: 1,
  open: false,
  noted: false,
  strength: 'exact',
  parties: [{ kind: 'thirdparty', id: 1, name: 'Garage « Lefèvre »; fils', company: '', card: '' }],
};
const abroad: JournalLine = {
  ...line,
  number: '+49 30 1234567',
  name: '\u0001<b>&"',
  parties: [],
  talk: 0,
  open: true,
};

async function* pages() {
  yield [line];
  yield [abroad];
}

const textOf = async (file: Blob) => Buffer.from(await file.arrayBuffer());

describe('an export as CSV', () => {
  it('begins with the mark of UTF-8, is parted as the country does it, and no cell of it is a formula', async () => {
    const text = (await textOf(await makeFile('csv', pages(), words, 'fr-FR'))).toString('utf8');
    const [titles, first, second, end] = text.split('\r\n');
    expect(titles?.startsWith('\uFEFF')).toBe(true);
    expect(titles?.split(';')).toHaveLength(14);
    expect(first).toBe(
      `2026-11-23 09:05:07;Entrant;01 99 00 12 34;"'=HYPERLINK(""http://evil"")";"Garage « Lefèvre »; fils";Répondu;;Direct;6500;201;Opérateur SIP;0:00:07;1:02:05;1`,
    );
    expect(second).toContain(`;"'+49 30 1234567";`);
    expect(second).toContain(';oui;');
    expect(end).toBe('');
    for (const text of ['-1', '@A1', '\tx', '\rx']) {
      const [, defused] = (await textOf(await makeFile('csv', one({ ...line, name: text }), words, 'en-GB')))
        .toString('utf8')
        .split('\r\n2026');
      expect(defused).toContain(`'${text}`);
    }
  });

  it('parts cells by commas where numbers have points', async () => {
    const text = (await textOf(await makeFile('csv', pages(), words, 'en-GB'))).toString('utf8');
    expect(text.split('\r\n')[0]?.split(',')).toHaveLength(14);
  });
});

async function* one(only: JournalLine) {
  yield [only];
}

/** The files of an archive, as its directory at the end lists them; sums and sizes are looked at. */
function unzipped(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((field) => archive.readUInt32LE(at + field));
    const named = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + named);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26);
    const bytes = inflateRawSync(archive.subarray(from, from + packed));
    expect([crc32(bytes), bytes.length]).toEqual([crc, size]);
    files.set(name, bytes.toString('utf8'));
    at += 46 + named;
  }
  return files;
}

describe('an export as XLSX', () => {
  it('is an archive that others open, with dates as dates, lengths as lengths and texts as texts', async () => {
    const files = unzipped(await textOf(await makeFile('xlsx', pages(), words, 'fr-FR')));
    expect([...files.keys()]).toContain('[Content_Types].xml');
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    const document = new DOMParser().parseFromString(sheet, 'application/xml');
    const rows = [...document.querySelectorAll('row')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toHaveLength(3);
    // 46349 is 23 November 2026 by the count of spreadsheets
    expect(Number(rows[1]?.[0])).toBeCloseTo(46_349 + (9 * 3600 + 5 * 60 + 7) / 86_400, 8);
    expect(Number(rows[1]?.[12])).toBeCloseTo(3725 / 86_400, 10);
    expect(rows[1]?.[3]).toBe('=HYPERLINK("http://evil")');
    expect(rows[2]?.[3]).toBe('<b>&"');
    expect(sheet).not.toContain('<f>');
  });

  it('goes on in a second sheet where the rows are more than a sheet holds, and has no empty one', async () => {
    async function* rows(...lengths: number[]) {
      let n = 0;
      for (const length of lengths) yield Array.from({ length }, () => [`row ${n++}`]);
    }
    const sheetsOf = async (...lengths: number[]) => {
      const files = unzipped(await textOf(await xlsxOf('Journal', ['Appel'], rows(...lengths), 5)));
      const names = files.get('xl/workbook.xml')?.match(/name="[^"]*"/g);
      const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, text]) => text);
      for (const [i] of sheets.entries())
        expect(files.get('[Content_Types].xml')).toContain(`/xl/worksheets/sheet${i + 1}.xml`);
      return [names?.join(), ...sheets.map((text) => text.match(/row \d+/g)?.join())];
    };
    const two = 'name="Journal",name="Journal 2"';
    expect(await sheetsOf(3, 0, 4)).toEqual([two, 'row 0,row 1,row 2,row 3,row 4', 'row 5,row 6']);
    expect(await sheetsOf(3, 2)).toEqual(['name="Journal"', 'row 0,row 1,row 2,row 3,row 4']);
    expect(await sheetsOf()).toEqual(['name="Journal"', undefined]);
  });
});
