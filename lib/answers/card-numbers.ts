import { type Match, matchNumber, type Party, type Phone } from '../calls/match';
import { type NumberPlan, type NumberRead, readNumber, suffixKey } from '../calls/number';
import type { PartyName, PartyRef } from '../questions/questions';
import type { CallStore } from '../store/call-store';
import type { PartyStore, StoredParty, StoredPhone } from '../store/parties';

/** The numbers a card stands for, and which kept numbers they are. */
export interface CardNumbers {
  party: StoredParty | undefined;
  /** phones of the party and, for a thirdparty, of its contacts */
  phones: { owner: StoredParty; phone: StoredPhone }[];
  /** entries of the number dictionary that belong to the card, with why and who else has them */
  matches: Map<number, Match>;
}

/**
 * Finds a card's numbers among those of the kept calls. Matching is done here, when calls are shown: nothing of it is
 * kept with a call, so an edited number changes the whole history.
 */
export async function cardNumbers(
  store: CallStore,
  parties: PartyStore,
  plan: NumberPlan,
  card: PartyRef,
): Promise<CardNumbers> {
  const [party, contacts] = await Promise.all([
    parties.get(card.kind, card.id),
    card.kind === 'thirdparty' ? parties.contactsOf(card.id) : [],
  ]);
  const owners = party ? [party, ...contacts.filter((contact) => contact.kind === 'contact')] : [];
  const phones = owners.flatMap((owner) => owner.phones.map((phone) => ({ owner, phone })));
  const suffixes = new Set(phones.map(({ phone }) => suffixOf(phone)).filter((suffix) => suffix !== ''));
  const matches = new Map<number, Match>();
  if (suffixes.size === 0) return { party, phones, matches };

  const { numbers } = await store.memory();
  for (const suffix of suffixes) {
    const entries = numbers.ending(suffix);
    if (entries.length === 0) continue;
    const candidates = phonesOf(await parties.withSuffix(suffix));
    for (const entry of entries) {
      const match = matchNumber(readNumber(numbers.text(entry), plan), candidates);
      if (match?.reasons.some((reason) => isOnCard(reason.party, card))) matches.set(entry, match);
    }
  }
  return { party, phones, matches };
}

/** Whoever has a number, as the directory says; undefined when nobody has. */
export async function matchRaw(parties: PartyStore, plan: NumberPlan, raw: string): Promise<Match | undefined> {
  const read = readNumber(raw, plan);
  return matchNumber(read, await phonesEnding(parties, read));
}

/** Phones of the directory that may be this number's, by their last digits; none for a number that is nobody's. */
export async function phonesEnding(parties: PartyStore, read: NumberRead): Promise<Phone[]> {
  const suffix = read.kind === 'outside' ? suffixKey(read.e164?.slice(1) ?? read.digits) : '';
  return suffix === '' ? [] : phonesOf(await parties.withSuffix(suffix));
}

/** A contact is on its own card and on that of its thirdparty. */
export function isOnCard(party: Party, card: PartyRef): boolean {
  if (party.kind === card.kind && party.id === card.id) return true;
  return card.kind === 'thirdparty' && party.thirdparty === card.id;
}

export function suffixOf(phone: StoredPhone): string {
  return suffixKey(phone.e164 === '' ? phone.digits : phone.e164.slice(1));
}

export function nameOf(party: Party): PartyName {
  return { kind: party.kind, id: party.id, name: party.name, company: party.company };
}

export function partyOf(stored: StoredParty): Party {
  const { kind, id, name, companyName, company } = stored;
  return { kind, id, name, company: companyName, thirdparty: company };
}

function phonesOf(parties: readonly StoredParty[]): Phone[] {
  return parties.flatMap((stored) => {
    const party = partyOf(stored);
    return stored.phones.map(({ field, stored: written, e164, digits }) => ({
      party,
      field,
      stored: written,
      e164: e164 === '' ? undefined : e164,
      digits,
    }));
  });
}
