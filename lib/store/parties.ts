import { fold } from '../calls/filter';
import type { Database } from './database';

/** A telephone number of a party, as Dolibarr has it and as it was read. */
export interface StoredPhone {
  /** Dolibarr's field: phone, phone_mobile, fax, phone_pro, phone_perso */
  field: string;
  stored: string;
  /** `+33639981234`; '' where no country is sure */
  e164: string;
  /** those written; '' when there are none */
  digits: string;
}

export interface StoredParty {
  /** `thirdparty:12`, `contact:7` */
  key: string;
  kind: 'thirdparty' | 'contact';
  id: number;
  name: string;
  /** the thirdparty of a contact: number and name; 0 and '' for a thirdparty and a contact without one */
  company: number;
  companyName: string;
  phones: StoredPhone[];
  /** last eight digits of each number: where a number is looked up */
  suffixes: string[];
  /** when it was read, UTC epoch ms by this computer's clock */
  readAt: number;
}

/** Everybody of a kind whose id is above `after`, up to `until`. */
export interface IdRange {
  kind: StoredParty['kind'];
  after: number;
  until: number;
}

/** Dolibarr's thirdparties and contacts as last read. */
export interface PartyStore {
  get(kind: StoredParty['kind'], id: number): Promise<StoredParty | undefined>;
  contactsOf(thirdparty: number): Promise<StoredParty[]>;
  withSuffix(suffix: string): Promise<StoredParty[]>;
  count(kind?: StoredParty['kind']): Promise<number>;
  /** Writes those that differ from what is kept, and tells how many did; contacts follow their thirdparty's name. */
  put(parties: readonly StoredParty[]): Promise<number>;
  /** whose name, or that of whose company, holds all the words (folded, lib/calls/filter); at most `limit` */
  named(words: readonly string[], limit: number): Promise<StoredParty[]>;
  /** those of the ids of whom nothing is kept */
  missing(kind: StoredParty['kind'], ids: readonly number[]): Promise<number[]>;
  /**
   * Drops who is not among the ids although he would be, were he still in Dolibarr or still to be seen with the key.
   * Who was read after `before` (UTC epoch ms) came there after the list was asked for, and stays.
   */
  dropOthers(of: IdRange | { contactsOf: readonly number[] }, ids: readonly number[], before: number): Promise<number>;
  dropAll(): Promise<void>;
}

export function createPartyStore(db: Database): PartyStore {
  const contactsOf = (thirdparty: number) => db.getAllFromIndex('parties', 'company', thirdparty);
  const all = (kind: StoredParty['kind']) => rangeOf({ kind, after: 0, until: Number.POSITIVE_INFINITY });

  async function keysOf(of: IdRange | { contactsOf: readonly number[] }): Promise<string[]> {
    if ('kind' in of) return db.getAllKeysFromIndex('parties', 'ids', rangeOf(of));
    const keys = of.contactsOf.map((thirdparty) => db.getAllKeysFromIndex('parties', 'company', thirdparty));
    return (await Promise.all(keys)).flat();
  }

  /** Dolibarr does not call a contact changed whose company got another name. */
  async function renamed(parties: readonly StoredParty[]): Promise<StoredParty[]> {
    const contacts = await Promise.all(
      parties
        .filter(({ kind }) => kind === 'thirdparty')
        .map(async ({ id, name }) =>
          (await contactsOf(id))
            .filter((contact) => contact.companyName !== name)
            .map((contact) => ({ ...contact, companyName: name })),
        ),
    );
    const given = new Set(parties.map(({ key }) => key));
    return contacts.flat().filter(({ key }) => !given.has(key));
  }

  return {
    get: (kind, id) => db.get('parties', partyKey(kind, id)),
    contactsOf,
    withSuffix: (suffix) => db.getAllFromIndex('parties', 'suffixes', suffix),
    count: (kind) => (kind ? db.countFromIndex('parties', 'ids', all(kind)) : db.count('parties')),
    async put(parties) {
      const tx = db.transaction('parties');
      const kept = await Promise.all(parties.map(({ key }) => tx.store.get(key)));
      const changed = parties.filter((party, at) => !sameParty(party, kept[at]));
      if (changed.length === 0) return 0;
      const writing = [...changed, ...(await renamed(changed))];
      const write = db.transaction('parties', 'readwrite');
      await Promise.all([...writing.map((party) => write.store.put(party)), write.done]);
      return writing.length;
    },
    async named(words, limit) {
      const found: StoredParty[] = [];
      let from = '';
      while (found.length < limit) {
        // not all at once: there may be 160,000
        const some = await db.getAll('parties', IDBKeyRange.lowerBound(from, true), 2000);
        for (const party of some) {
          const name = fold(`${party.name} ${party.companyName}`);
          if (words.every((word) => name.includes(word))) found.push(party);
        }
        const last = some.at(-1);
        if (!last) break;
        from = last.key;
      }
      return found.slice(0, limit);
    },
    async missing(kind, ids) {
      const tx = db.transaction('parties');
      const kept = await Promise.all(ids.map((id) => tx.store.getKey(partyKey(kind, id))));
      return ids.filter((_, at) => kept[at] === undefined);
    },
    async dropOthers(of, ids, before) {
      const kind = 'kind' in of ? of.kind : 'contact';
      const there = new Set(ids.map((id) => partyKey(kind, id)));
      const gone = (await keysOf(of)).filter((key) => !there.has(key));
      if (gone.length === 0) return 0;
      const tx = db.transaction('parties', 'readwrite');
      const kept = await Promise.all(gone.map((key) => tx.store.get(key)));
      const old = kept.filter((party) => party !== undefined && party.readAt < before);
      await Promise.all([...old.map((party) => party && tx.store.delete(party.key)), tx.done]);
      return old.length;
    },
    dropAll: () => db.clear('parties'),
  };
}

function rangeOf({ kind, after, until }: IdRange): IDBKeyRange {
  return IDBKeyRange.bound([kind, after], [kind, until], true, false);
}

function sameParty(one: StoredParty, other: StoredParty | undefined): boolean {
  return other !== undefined && JSON.stringify({ ...one, readAt: 0 }) === JSON.stringify({ ...other, readAt: 0 });
}

export function partyKey(kind: StoredParty['kind'], id: number): string {
  return `${kind}:${id}`;
}
