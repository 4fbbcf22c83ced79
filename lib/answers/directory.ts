import { fold } from '../calls/filter';
import { type Match, matchNumber, type Party, type Phone } from '../calls/match';
import { type NumberPlan, readNumber, suffixKey } from '../calls/number';
import type { PartyRef } from '../questions/questions';
import type { CallStore } from '../store/call-store';
import type { Dictionary } from '../store/dictionary';
import { isOnCard, partyOf, suffixOf } from './card-numbers';

/** Whoever has a number of the kept calls, by its entry in the dictionary of numbers. */
export interface WhoHas {
  match(entry: number): Match | undefined;
  /** by entry: 1 when somebody has the number */
  matched(): Uint8Array;
  /** entries of parties with this part (folded) in their name, or in that of their thirdparty */
  named(part: string): number[];
  /** whom calls are counted for */
  owners(): Owners;
  /** by entry of the number, 1 when it is on this card; with the name of the party, '' when it has none of them */
  onCard(card: PartyRef): { has: Uint8Array; name: string };
}

export interface Owners {
  /** by entry of the number: its place in the list */
  of: Uint32Array;
  /** nobody first, then the numbers of several thirdparties; a contact counts for its thirdparty */
  list: { key: string; name: string }[];
}

/**
 * Reads the whole directory once. A filter by party looks at every number of the history, so a number is first looked for
 * by its last digits, as the dictionary has them, and read only when somebody's end alike.
 */
export async function readDirectory(store: CallStore, plan: NumberPlan): Promise<WhoHas> {
  const [{ numbers }, bySuffix] = await Promise.all([store.memory(), readPhones(store)]);
  const matches = new Map<number, Match | undefined>();
  let known = new Uint8Array();
  const names = new Map<number, string>();

  function match(entry: number): Match | undefined {
    if (matches.has(entry)) return matches.get(entry);
    const phones = bySuffix.get(suffixIn(numbers, entry));
    const found = phones && matchNumber(readNumber(numbers.text(entry), plan), phones);
    matches.set(entry, found);
    return found;
  }

  function matched(): Uint8Array {
    if (known.length === numbers.size()) return known;
    const next = new Uint8Array(numbers.size());
    next.set(known);
    for (let entry = Math.max(1, known.length); entry < next.length; entry++) {
      if (!bySuffix.has(suffixIn(numbers, entry))) continue;
      const found = match(entry);
      if (!found) continue;
      next[entry] = 1;
      names.set(entry, fold(found.reasons.map(({ party }) => `${party.name}\n${party.company}`).join('\n')));
    }
    known = next;
    return known;
  }

  let owned: Owners | undefined;
  function owners(): Owners {
    if (owned?.of.length === numbers.size()) return owned;
    const has = matched();
    const list: Owners['list'] = [
      { key: '', name: '' },
      { key: 'several', name: '' },
    ];
    const places = new Map<string, number>();
    const of = Uint32Array.from(has, (known, entry) => {
      const found = known === 1 ? match(entry) : undefined;
      const party = found?.answers[0]?.party;
      if (!found || !party) return 0;
      if (found.ambiguous) return 1;
      const one = ownerOf(party);
      const place = places.get(one.key) ?? list.push(one) - 1;
      places.set(one.key, place);
      return place;
    });
    owned = { of, list };
    return owned;
  }

  return {
    match,
    matched,
    owners,
    onCard(card) {
      let name = '';
      const has = matched().map((known, entry) => {
        const reasons = known === 1 ? (match(entry)?.reasons ?? []) : [];
        const own = reasons.find(({ party }) => isOnCard(party, card));
        if (!own) return 0;
        name = own.party.kind === card.kind ? own.party.name : own.party.company;
        return 1;
      });
      return { has, name };
    },
    named(part) {
      matched();
      const found: number[] = [];
      for (const [entry, name] of names) if (name.includes(part)) found.push(entry);
      return found;
    },
  };
}

function ownerOf({ kind, id, name, company, thirdparty }: Party): { key: string; name: string } {
  return kind === 'contact' && thirdparty > 0
    ? { key: `thirdparty:${thirdparty}`, name: company }
    : { key: `${kind}:${id}`, name };
}

async function readPhones(store: CallStore): Promise<Map<string, Phone[]>> {
  const bySuffix = new Map<string, Phone[]>();
  for (const stored of await store.db.getAll('parties')) {
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
  return bySuffix;
}

function suffixIn(numbers: Dictionary, entry: number): string {
  return suffixKey(numbers.digits(entry).replace('+', ''));
}
