import { type Word, wordsOf } from '../calls/filter';
import type { CallMemory } from './call-store';
import type { Columns } from './columns';
import type { Dictionary } from './dictionary';

/**
 * Which words of a text each entry of the dictionaries has, a bit a word: each text is looked at once, however many
 * calls have it, and a call is found when its entries have all bits between them.
 */
export interface TextMasks {
  number: Uint32Array;
  name: Uint32Array;
  extension: Uint32Array;
  all: number;
  words: readonly Word[];
}

/** undefined for a text without a word, which every call has. */
export function textMasks(memory: CallMemory, text: string): TextMasks | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  return {
    number: masksOf(memory.numbers, words, ({ number, digits }) => [
      ...(number === '' ? [] : memory.numbers.holding(number, 'text')),
      ...(digits === '' ? [] : memory.numbers.holding(digits, 'digits')),
    ]),
    name: masksOf(memory.names, words, ({ text: part }) => (part === '' ? [] : memory.names.holding(part, 'text'))),
    extension: masksOf(memory.extensions, words, ({ text: part, extension }) => {
      if (part !== '') return memory.extensions.holding(part, 'text');
      return memory.extensions
        .holding(extension, 'text')
        .filter((entry) => memory.extensions.text(entry) === extension);
    }),
    // The shift of all 32 would be one of none.
    all: 2 ** words.length - 1,
    words,
  };
}

function masksOf(dictionary: Dictionary, words: readonly Word[], having: (word: Word) => number[]): Uint32Array {
  const masks = new Uint32Array(dictionary.size());
  words.forEach((word, bit) => {
    for (const entry of having(word)) masks[entry] = (masks[entry] ?? 0) | (1 << bit);
  });
  return masks;
}

/** `note`: what is noted on the call, folded (lib/calls/filter). */
export function hasText(masks: TextMasks, columns: Columns, row: number, note = ''): boolean {
  const number = masks.number[columns.number[row] ?? 0] ?? 0;
  const name = masks.name[columns.name[row] ?? 0] ?? 0;
  const extension = masks.extension[columns.extension[row] ?? 0] ?? 0;
  let noted = 0;
  if (note !== '')
    masks.words.forEach((word, bit) => {
      if (note.includes(word.text || word.number)) noted |= 1 << bit;
    });
  return (number | name | extension | noted) === masks.all;
}
