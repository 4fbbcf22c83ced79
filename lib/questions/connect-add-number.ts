import type { Ask, PartyRef } from './questions';

/** What a card's screen needs of the background to write a call's number to the card. `user`: of the page. */
export function connectAddNumber(ask: Ask, party: PartyRef, user: number) {
  return {
    homes: (key: string) => ask('card.numberHomes', { party, key, user }),
    add: (key: string, { kind, id }: PartyRef) => ask('card.numberAdd', { party, key, user, to: { kind, id } }),
    contact: (key: string, firstname: string, lastname: string) =>
      ask('card.numberContact', { party, key, user, firstname, lastname }),
    agree: () => ask('card.noteAgree', { party, user }),
  };
}
