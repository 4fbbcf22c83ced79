/** What stands for what in one sample. */
export interface Disguises {
  /**
   * Digits for digits, as many: of nine and more the last six are others, so that its country and kind stay; of a shorter
   * one, an extension as a rule, all but the first. One and two digits say nothing and stay. Numbers that end alike go on
   * ending alike, since the same telephone is written with and without its prefixes.
   */
  number(digits: string): string;
  word(word: string): string;
  address(address: string): string;
}

const LONG = 9;
const syllables =
  'ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro ta te ti to va ve vi vo'.split(
    ' ',
  );

/** `random`: 0 ≤ x < 1 */
export function createDisguises(random: () => number): Disguises {
  const known = new Map<string, string>();
  const taken = new Set<string>();

  /** The same for the same, and never the same for two. */
  function standIn(kind: string, real: string, make: () => string): string {
    const name = `${kind} ${real}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    let made = make();
    // a few digits may all be taken: two of them look alike then, which is better than none
    for (let tries = 0; tries < 500 && (made === real || taken.has(`${kind} ${made}`)); tries++) made = make();
    known.set(name, made);
    taken.add(`${kind} ${made}`);
    return made;
  }
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

  return {
    number(real) {
      if (real.length < 3) return real;
      if (real.length < LONG) return standIn('short', real, () => `${real[0]}${digits(real.length - 1)}`);
      const last = real.slice(-8);
      return real.slice(0, -8) + standIn('long', last, () => last.slice(0, 2) + digits(6));
    },
    word(real) {
      const count = Math.max(2, Math.ceil(real.length / 2));
      const made = standIn('word', real.toLowerCase(), () =>
        Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join(''),
      );
      if (real === real.toUpperCase() && real !== real.toLowerCase()) return made.toUpperCase();
      return /^\p{Lu}/u.test(real) ? made.charAt(0).toUpperCase() + made.slice(1) : made;
    },
    address: (real) =>
      standIn('address', real, () =>
        // ranges that are kept free for examples
        real.includes(':')
          ? `2001:db8::${1 + Math.floor(random() * 9999)}`
          : `198.51.100.${1 + Math.floor(random() * 254)}`,
      ),
  };
}
