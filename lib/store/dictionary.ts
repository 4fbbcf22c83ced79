import { fold } from '../calls/filter';

/** Texts of a block. */
export const BLOCK = 4096;

export interface DictionaryBlock {
  kind: string;
  block: number;
  /**
   * lines `text<TAB>digits`, each ended by a line feed. One string, since that is read in one piece and searched
   * without taking it apart: 200,000 numbers in some milliseconds, while a worker wakes.
   */
  text: string;
}

/**
 * A growing list of texts with a number each, kept in blocks of 4,096. Entry 0 is the empty text. Tabs and line feeds
 * inside a text become spaces, since they part texts in a block.
 */
export interface Dictionary {
  /** the text's entry, made when there is none */
  entry(text: string): number;
  text(entry: number): string;
  /** what the text was read as: `+33639981234`, or bare digits where no country is sure; '' without digits */
  digits(entry: number): string;
  size(): number;
  /** by entry, the first entry that has the same digits: the same number in another notation; 0 without digits */
  alike(): Uint32Array;
  /** entries whose digits end like this */
  ending(suffix: string): number[];
  /** entries that hold the part (folded, no white space in it, not empty) in their text, or in their digits */
  holding(part: string, where: 'text' | 'digits'): number[];
  /** leaves nothing of these texts but their places, which stay empty; a text that comes again gets another entry */
  blank(entries: Iterable<number>): void;
  /** reads the digits of every text again, when the rules for numbers changed */
  reread(): void;
  /** blocks that changed since it was asked last */
  takeChanged(): DictionaryBlock[];
}

/** From the blocks kept, in any order. `digitsOf` reads a text; without it a dictionary has no digits. */
export function createDictionary(
  kind: string,
  kept: readonly DictionaryBlock[],
  digitsOf: (text: string) => string = () => '',
): Dictionary {
  const blocks = [...kept].sort((a, b) => a.block - b.block).map(({ text }) => text);
  const lines: (string[] | undefined)[] = [];
  /** the blocks without accents and case, made when they are searched */
  const folded: (string | undefined)[] = [];
  const changed = new Set<number>();
  let entries: Map<string, number> | undefined;
  let same: Uint32Array = new Uint32Array();
  let size = 0;
  if (blocks.length > 0) size = (blocks.length - 1) * BLOCK + linesOf(blocks.length - 1).length;
  if (size === 0) append('');

  function linesOf(block: number): string[] {
    let found = lines[block];
    if (!found) {
      found = (blocks[block] ?? '').split('\n');
      if (found.at(-1) === '') found.pop();
      lines[block] = found;
    }
    return found;
  }

  function append(text: string): number {
    const entry = size++;
    const block = Math.floor(entry / BLOCK);
    const line = `${text}\t${text === '' ? '' : digitsOf(text)}`;
    linesOf(block).push(line);
    blocks[block] = `${blocks[block] ?? ''}${line}\n`;
    folded[block] = undefined;
    changed.add(block);
    return entry;
  }

  function line(entry: number): string {
    return linesOf(Math.floor(entry / BLOCK))[entry % BLOCK] ?? '';
  }

  function index(): Map<string, number> {
    const map = new Map<string, number>();
    // from the last on: of the places that were blanked and entry 0 the empty text has the first
    for (let entry = size - 1; entry >= 0; entry--) map.set(textOf(line(entry)), entry);
    return map;
  }

  function sameDigits(): Uint32Array {
    const first = new Map([['', 0]]);
    return Uint32Array.from({ length: size }, (_, entry) => {
      const digits = digitsPart(line(entry));
      const known = first.get(digits);
      if (known === undefined) first.set(digits, entry);
      return known ?? entry;
    });
  }

  return {
    entry(raw) {
      entries ??= index();
      const known = entries.get(raw);
      if (known !== undefined) return known;
      const text = raw.replace(/[\t\n\r]+/g, ' ');
      let entry = entries.get(text);
      if (entry === undefined) {
        entry = append(text);
        entries.set(text, entry);
      }
      return entry;
    },
    text: (entry) => textOf(line(entry)),
    digits: (entry) => digitsPart(line(entry)),
    size: () => size,
    alike() {
      if (same.length !== size) same = sameDigits();
      return same;
    },
    ending: (suffix) => scan(blocks, `${suffix}\n`, 'digits'),
    holding(part, where) {
      for (let block = 0; block < blocks.length; block++) folded[block] ??= fold(blocks[block] ?? '');
      return scan(folded, part, where);
    },
    blank(gone) {
      for (const entry of gone) {
        const block = Math.floor(entry / BLOCK);
        linesOf(block)[entry % BLOCK] = '\t';
        changed.add(block);
        folded[block] = undefined;
      }
      for (const block of changed) blocks[block] = `${linesOf(block).join('\n')}\n`;
      entries = undefined;
      same = new Uint32Array();
    },
    reread() {
      const texts = Array.from({ length: size }, (_, entry) => textOf(line(entry)));
      blocks.length = 0;
      folded.length = 0;
      lines.length = 0;
      same = new Uint32Array();
      size = 0;
      for (const text of texts) append(text);
    },
    takeChanged() {
      const taken = [...changed].map((block) => ({ kind, block, text: blocks[block] ?? '' }));
      changed.clear();
      return taken;
    },
  };
}

/** Entries whose text or digits hold the part, found without taking the blocks apart. */
function scan(blocks: readonly (string | undefined)[], part: string, where: 'text' | 'digits'): number[] {
  const found: number[] = [];
  blocks.forEach((text = '', block) => {
    let entry = block * BLOCK;
    let counted = 0;
    let at = text.indexOf(part);
    while (at >= 0) {
      let end = text.indexOf('\n', counted);
      while (end >= 0 && end < at) {
        entry++;
        counted = end + 1;
        end = text.indexOf('\n', counted);
      }
      const tab = text.indexOf('\t', counted);
      const isText = at < tab;
      if (isText === (where === 'text')) found.push(entry);
      // Where it was not looked for, the same line may still hold it in its second part; else the next line may.
      at = text.indexOf(part, isText && where === 'digits' ? tab : end + 1);
    }
  });
  return found;
}

function textOf(line: string): string {
  const tab = line.indexOf('\t');
  return tab < 0 ? line : line.slice(0, tab);
}

function digitsPart(line: string): string {
  const tab = line.indexOf('\t');
  return tab < 0 ? '' : line.slice(tab + 1);
}
