import type { PartyName, PartyRef } from './questions';

/** Somebody of the card to whom the number of a call may be written. */
export interface NumberHome {
  party: PartyName;
  /** the free field it would go to; '' when none is free */
  field: string;
  /** the number fits one of his already, not for sure */
  probable: boolean;
}

export interface NumberHomes {
  /** as it will stand in Dolibarr */
  stored: string;
  /** the likeliest first; without those who have it for sure, and without those the key may not change */
  homes: NumberHome[];
  /** a new contact can be made here */
  contact: boolean;
  /** rights that are missing, by their names in Dolibarr's REST API: what they would allow is not offered */
  missing: string[];
  /** whose key it is when the page's user has not agreed to write in that name; '' when Dolibarr does not tell */
  ask?: string;
}

export interface NumberWritten {
  party: PartyName;
  field: string;
}

/** What a card's page may ask to have the number of one of its calls written to its own party, or a contact of that. */
export interface AddNumberQuestions {
  /** `user`: the Dolibarr user of the page */
  'card.numberHomes': { asked: { party: PartyRef; key: string; user: number }; answered: NumberHomes | undefined };
  /** undefined when no field is free any more */
  'card.numberAdd': {
    asked: { party: PartyRef; key: string; user: number; to: PartyRef };
    answered: NumberWritten | undefined;
  };
  /** makes a contact of the card's thirdparty, or takes the one that has the number by now */
  'card.numberContact': {
    asked: { party: PartyRef; key: string; user: number; firstname: string; lastname: string };
    answered: NumberWritten;
  };
}
