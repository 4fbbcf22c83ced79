import { type Match, matchNumber, type Phone } from '../calls/match';
import { type NumberPlan, readNumber, suffixKey } from '../calls/number';
import type { CallStore } from '../store/call-store';
import { namesOf } from './all-calls';
import { partyOf, suffixOf } from './card-numbers';

/** Whoever has a number of the kept calls, by its entry in the dictionary of numbers. */
export interface WhoHas {
  match(entry: number): Match | undefined;
  isMatched(entry: number): boolean;
  /** every number that somebody has, with all their names, folded */
  matched(): readonly { entry: number; names: string }[];
}

/**
 * Reads the whole directory once and matches each number when it is asked for: a filter by party looks at every number
 * of the history, for which single look-ups in the database are too slow.
 */
export async function readDirectory(store: CallStore, plan: NumberPlan): Promise<WhoHas> {
  const [{ numbers }, parties] = await Promise.all([store.memory(), store.db.getAll('parties')]);
  const bySuffix = new Map<string, Phone[]>();
  for (const stored of parties) {
    const party = partyOf(stored);
    for (const phone of stored.phones) {
      const suffix = suffixOf(phone);
      if (suffix === '') continue;
      const { field, stored: written, e164, digits } = phone;
      const one: Phone = { party, field, stored: written, e164: e164 === '' ? undefined : e164, digits };
      const known = bySuffix.get(suffix);
      if (known) known.push(one);
      else bySuffix.set(suffix, [one]);
    }
  }
  const matches = new Map<number, Match | undefined>();
  let matched: { entry: number; names: string }[] | undefined;
  let isMatched: Uint8Array | undefined;

  function match(entry: number): Match | undefined {
    if (matches.has(entry)) return matches.get(entry);
    // Most numbers are nobody's, which their last digits tell: reading them as a number takes a hundred times longer.
    const candidates = bySuffix.get(suffixKey(numbers.digits(entry).replace('+', '')));
    const found = candidates && matchNumber(readNumber(numbers.text(entry), plan), candidates);
    matches.set(entry, found);
    return found;
  }

  function everyMatch(): { entry: number; names: string }[] {
    matched ??= Array.from({ length: numbers.size() }, (_, entry) => entry).flatMap((entry) => {
      const parties = (match(entry)?.answers ?? []).flatMap(({ reasons }) => reasons.map(({ party }) => party));
      return parties.length > 0 ? [{ entry, names: namesOf(parties) }] : [];
    });
    return matched;
  }

  return {
    match,
    matched: everyMatch,
    isMatched(entry) {
      if (!isMatched) {
        isMatched = new Uint8Array(numbers.size());
        for (const one of everyMatch()) isMatched[one.entry] = 1;
      }
      return isMatched[entry] === 1;
    },
  };
}
