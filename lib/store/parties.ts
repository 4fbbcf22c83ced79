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
  /** which reading of the directory saw it last */
  readAt: number;
}

/** Dolibarr's thirdparties and contacts as last read. */
export interface PartyStore {
  get(kind: StoredParty['kind'], id: number): Promise<StoredParty | undefined>;
  contactsOf(thirdparty: number): Promise<StoredParty[]>;
  withSuffix(suffix: string): Promise<StoredParty[]>;
  count(): Promise<number>;
  put(parties: readonly StoredParty[]): Promise<void>;
  /** drops what no reading since then has seen: it is gone from Dolibarr, or the key may not see it any more */
  dropUnread(since: number): Promise<number>;
}

export function createPartyStore(db: Database): PartyStore {
  return {
    get: (kind, id) => db.get('parties', partyKey(kind, id)),
    contactsOf: (thirdparty) => db.getAllFromIndex('parties', 'company', thirdparty),
    withSuffix: (suffix) => db.getAllFromIndex('parties', 'suffixes', suffix),
    count: () => db.count('parties'),
    async put(parties) {
      const tx = db.transaction('parties', 'readwrite');
      await Promise.all([...parties.map((party) => tx.store.put(party)), tx.done]);
    },
    async dropUnread(since) {
      const tx = db.transaction('parties', 'readwrite');
      const keys = await tx.store.index('readAt').getAllKeys(IDBKeyRange.upperBound(since, true));
      await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done]);
      return keys.length;
    },
  };
}

export function partyKey(kind: StoredParty['kind'], id: number): string {
  return `${kind}:${id}`;
}
