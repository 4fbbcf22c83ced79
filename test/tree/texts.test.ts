import { describe, expect, it } from 'vitest';
import { fill, type Language, type Plural } from '../../lib/text/texts';
import { catalogueOf, catalogues } from '../catalogues';

type Text = string | Plural;

/** Every text by its place: `.errors.offline.what`; a plural with all its forms. Other exports are functions. */
function flat(node: unknown, place = ''): Map<string, Text> {
  if (typeof node === 'string') return new Map([[place, node]]);
  const all = new Map<string, Text>();
  if (typeof node !== 'object' || node === null) return all;
  if (isPlural(node)) return all.set(place, node);
  for (const [key, child] of Object.entries(node))
    for (const entry of flat(child, `${place}.${key}`)) all.set(...entry);
  return all;
}

/** A section may have a key `other` too; its neighbours are then no categories of Intl.PluralRules. */
function isPlural(node: object): node is Plural {
  const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return (
    'other' in node && Object.entries(node).every(([key, text]) => categories.includes(key) && typeof text === 'string')
  );
}

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();
const namesOf = (text: Text | undefined) => (text === undefined ? '' : names(formsOf(text).join(' ')));

const english = flat(catalogueOf('en'));
const texts = new Map(catalogues.map((catalogue) => [catalogue.language, flat(catalogue)]));
const others = [...texts].filter(([language]) => language !== 'en');

describe.each(others)('the texts in %s', (_, theirs) => {
  it('are those that there are in English, each a plural where it is one there', () => {
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
    const wrong = [...english].filter(([place, text]) => typeof text !== typeof theirs.get(place));
    expect(wrong.map(([place]) => place)).toEqual([]);
  });

  it('name the same values', () => {
    const wrong = [...english].filter(([place, text]) => namesOf(text) !== namesOf(theirs.get(place)));
    expect(wrong.map(([place]) => place)).toEqual([]);
  });
});

describe.each([...texts])('a text in %s', (language, theirs) => {
  const all = [...theirs].flatMap(([place, text]) => formsOf(text).map((form) => ({ place, form })));
  const plurals = [...theirs].flatMap(([place, text]) => (typeof text === 'string' ? [] : [{ place, text }]));
  const rules = new Intl.PluralRules(language);

  it('is not empty, and has no space before, behind or twice within', () => {
    expect(all.filter(({ form }) => /^$|^[ \t]|[ \t]{2}|[^: \u00a0][ \t]$/.test(form))).toEqual([]);
  });

  it('has every form that its language needs up to a thousand, and none that no count chooses', () => {
    const upToThousand = Array.from({ length: 1001 }, (_, count) => rules.select(count));
    const { pluralCategories } = rules.resolvedOptions();
    const lacking = plurals.filter(({ text }) => upToThousand.some((form) => text[form] === undefined));
    expect(lacking.map(({ place }) => place)).toEqual([]);
    const idle = plurals.filter(({ text }) =>
      Object.keys(text).some((form) => pluralCategories.every((one) => one !== form)),
    );
    expect(idle.map(({ place }) => place)).toEqual([]);
  });

  /*
   * French, Spanish and Italian have `many` as well, for whole millions alone, which differ by a preposition when read
   * aloud (“1 000 000 d’appels”). Beside digits the form without it reads well; so nobody writes three forms of each text.
   */
  it('of exactly a million or two is in the form of many others', () => {
    for (const count of [1e6, 2e6])
      for (const { text } of plurals.filter(({ text }) => text.many === undefined)) {
        const values = { count, shown: count };
        expect(fill(text, values, language)).toBe(fill({ other: text.other }, values, language));
      }
  });
});

/** What the printers of a language call wrong, by what it is called here. */
type Faults = Record<string, RegExp>;

const everywhere: Faults = { 'a straight quotation mark or apostrophe': /["']/, 'three dots for one sign': /\.\.\./ };
const close: Faults = { 'a space before a mark': /[ \u00a0\u202f][,;:!?]/ };
const guillemets: Faults = { 'a foreign quotation mark': /[„“”]/, 'a space within a quotation': /«\s|\s»/ };

const faults: Record<Language, Faults> = {
  en: { ...close, 'a foreign quotation mark': /[«»„]/ },
  // a colon that nothing follows but letters or digits is one of an address or a time
  fr: {
    'a mark without its no-break space': /(?<!\u00a0)(?:[;!?]|:(?=\s|$))/,
    'a quotation without its no-break spaces': /«(?!\u00a0)|(?<!\u00a0)»/,
    'a foreign quotation mark': /[„“”]/,
  },
  de: { ...close, 'a foreign quotation mark': /[«»”]/ },
  es: { ...close, ...guillemets },
  it: { ...close, ...guillemets },
};

/** Marks that come in pairs, the opening one first. */
const pairs: Record<Language, readonly string[]> = {
  en: ['“”', '()'],
  fr: ['«»', '()'],
  de: ['„“', '()'],
  es: ['«»', '¿?', '¡!', '()'],
  it: ['«»', '()'],
};

/** In these ? is no mark, but stands for a digit of a number. */
const signs = ['.unknown.rules.neverHint', '.unknown.rules.noPattern'];

/** Each opened before it is closed, and closed before the next is opened. */
function paired(text: string, pair: string): boolean {
  const marks = [...text].filter((sign) => pair.includes(sign)).join('');
  return marks === pair.repeat(marks.length / 2);
}

describe.each([...texts])('by the typography of %s', (language, theirs) => {
  const printed = [...theirs].flatMap(([place, text]) =>
    formsOf(text).map((form) => (signs.includes(place) ? form.replaceAll('?', 'x') : form)),
  );

  it.each(Object.entries({ ...everywhere, ...faults[language] }))('no text has %s', (_, fault) => {
    expect(printed.filter((text) => fault.test(text))).toEqual([]);
  });

  it.each(pairs[language])('%s stand in pairs', (pair) => {
    expect(printed.filter((text) => !paired(text, pair))).toEqual([]);
  });
});
