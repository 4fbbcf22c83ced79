import { type Match, matchNumber, type Phone } from '../calls/match';
import { type NumberPlan, readNumber, suffixKey } from '../calls/number';
import type { CallStore } from '../store/call-store';
import { partyOf, suffixOf } from './card-numbers';

/** Whoever has a number of the kept calls, by its entry in the dictionary of numbers. */
export interface WhoHas {
  match(entry: number): Match | undefined;
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
  return {
    match(entry) {
      if (matches.has(entry)) return matches.get(entry);
      const read = readNumber(numbers.text(entry), plan);
      const suffix = read.kind === 'outside' ? suffixKey(read.e164?.slice(1) ?? read.digits) : '';
      const match = suffix === '' ? undefined : matchNumber(read, bySuffix.get(suffix) ?? []);
      matches.set(entry, match);
      return match;
    },
  };
}
