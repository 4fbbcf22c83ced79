import type { PartyName } from '../../lib/questions/questions';

/** A thirdparty by its name; a contact with its company behind it: Claire Morel (Garage Lefèvre). */
export function partyWords(party: PartyName): string {
  return party.company && party.company !== party.name ? `${party.name} (${party.company})` : party.name;
}
