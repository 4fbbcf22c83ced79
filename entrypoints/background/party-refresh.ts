import type { PartyRef } from '../../lib/questions/questions';
import { type PartyStore, partyKey } from '../../lib/store/parties';
import type { LearnParty } from './learn-party';

/** ms before a party that Dolibarr did not give is asked for again */
const PATIENCE = 60_000;
/** ms that a card waits for Dolibarr; what comes later is told as a change */
const LONGEST_WAIT = 2000;

/** Reads single parties when a card is looked at that was just edited, or made, in this browser. */
export interface PartyRefresh {
  /** its numbers may have changed: the next look reads it anew */
  edited(party: PartyRef): void;
  /** before a card is answered; a Dolibarr that is away changes nothing, and the next look tries again */
  look(party: PartyRef): Promise<void>;
}

export function createPartyRefresh(parties: PartyStore, learn: LearnParty): PartyRefresh {
  const stale = new Set<string>();
  const unknown = new Map<string, number>();

  return {
    edited: ({ kind, id }) => void stale.add(partyKey(kind, id)),
    async look(party) {
      const key = partyKey(party.kind, party.id);
      const known = await parties.get(party.kind, party.id);
      const isNew = !known && Date.now() - (unknown.get(key) ?? 0) > PATIENCE;
      if (!stale.has(key) && !isNew) return;
      if (!known) unknown.set(key, Date.now());
      const reading = learn(party).then(
        () => stale.delete(key),
        // shown as last read; the directory's own reading says what is wrong with Dolibarr
        () => false,
      );
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
    },
  };
}
