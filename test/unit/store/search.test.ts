import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readAllCalls } from '../../../lib/answers/all-calls';
import { selectCalls } from '../../../lib/answers/select-calls';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createDictionary } from '../../../lib/store/dictionary';
import { answered, leg } from '../calls/rows';

const opened: Database[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

let name = 0;

/** Callers that a browser knows, in the order they called: number, name, extension that answered. */
const callers = [
  ['0639981234', 'Émile Lefèvre', '203'],
  ['+33199001234', 'GARAGE LEFEVRE', '204'],
  ['0033639985678', 'Nœud & Fils', '203'],
  ['anonymous', '', '210'],
  ['0561990203', 'Boulangerie Petit 24h', '201'],
] as const;

/** Places in `callers` of the calls that a text finds. */
async function found(text: string): Promise<number[]> {
  const db = await openDatabase(`search-${name++}`);
  opened.push(db);
  const store = createCallStore(db, (raw) => `+33${raw.replace(/^(?:\+33|0033|0)/, '')}`);
  const legs = callers.map(([src, called, to], i) =>
    leg({ at: `09:0${i}:00`, src, name: called, dst: to, to, dstChannel: '', talk: 5, duration: 9, ...answered }),
  );
  await addLegs(store, legs, 7200);
  const memory = await store.memory();
  const nobody = {
    match: () => undefined,
    matched: () => new Uint8Array(memory.numbers.size()),
    named: () => [],
    owners: () => ({ of: new Uint32Array(), list: [] }),
    onCard: () => ({ has: new Uint8Array(), name: '' }),
  };
  return [...selectCalls(memory, nobody, await readAllCalls(store), { text }).places].reverse();
}

describe('a text finds', () => {
  it.each([
    ['lefèvre', 'a name, whatever its accents and capitals', [0, 1]],
    ['LEFEVRE garage', 'words in any order, all of them', [1]],
    ['lefevre boulangerie', 'nothing when the words are two callers’', []],
    ['lefevre 203', 'words that stand in different places', [0]],
    ['petit 24h', 'digits in a name', [4]],
    ['06 39 98', 'a number, in whatever notation it came', [0, 2]],
    ['+33 6.39.98', 'a number, in whatever notation it is asked for', [0, 2]],
    ['003363998', 'what was written, too', [0, 2]],
    ['203', 'an extension as a whole, and digits of a number', [0, 2, 4]],
    ['20', 'no part of an extension', [4]],
    ['   ', 'all, when it is empty', [0, 1, 2, 3, 4]],
  ])('%s: %s', async (text, _what, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

it('entries that hold a part are those whose text holds it, over many blocks and after more were added', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'É', 'e', '1', '\t', ' '), maxLength: 4 }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, texts, fc.constantFrom('a', 'e', 'ea', '1', '11'), (first, more, part) => {
      const dictionary = createDictionary('name', [], (text) => `d${[...text].reverse().join('').replace(/\D/g, '')}`);
      for (let i = 0; i < 4090; i++) dictionary.entry(`filler ${i.toString(36).replace(/[ae1]/g, '_')} ${i % 7}`);
      for (const text of first) dictionary.entry(text);
      dictionary.holding(part, 'text');
      for (const text of more) dictionary.entry(text);
      const all = Array.from({ length: dictionary.size() }, (_, entry) => entry);
      const plain = (text: string) => text.replaceAll('É', 'e');
      expect(dictionary.holding(part, 'text')).toEqual(all.filter((i) => plain(dictionary.text(i)).includes(part)));
      expect(dictionary.holding(part, 'digits')).toEqual(all.filter((i) => dictionary.digits(i).includes(part)));
    }),
    { numRuns: 30 },
  );
});
