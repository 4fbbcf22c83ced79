import type { CardAnswers } from '../../lib/answers/card';
import { nameOf, partyOf } from '../../lib/answers/card-numbers';
import { fieldFor } from '../../lib/dolibarr/attach-number';
import { createContact } from '../../lib/dolibarr/create-contact';
import { readPartyRights, writeRight } from '../../lib/dolibarr/party-rights';
import { AppError } from '../../lib/errors';
import type { Log } from '../../lib/log';
import type { NumberHome } from '../../lib/questions/add-number';
import type { CallDetail, PartyName, PartyRef } from '../../lib/questions/questions';
import type { PartyStore, StoredParty } from '../../lib/store/parties';
import type { Answers } from './answers';
import type { Connections } from './connections';
import type { LearnParty } from './learn-party';
import type { CardNotes } from './notes';
import type { Numbers } from './numbers';
import { cleanName } from './thirdparty-making';
import { numberToWrite, writeNumber } from './write-number';

export interface CardNumberParts {
  card: Pick<CardAnswers, 'call'>;
  parties: Pick<PartyStore, 'get' | 'contactsOf'>;
  connections: Pick<Connections, 'dolibarr' | 'dolibarrReady'>;
  numbers: Numbers;
  cardNotes: Pick<CardNotes, 'otherWriter'>;
  learnParty: LearnParty;
  log: Pick<Log, 'add'>;
}

type CardNumberQuestion = 'card.numberHomes' | 'card.numberAdd' | 'card.numberContact';

/** Contacts to choose from: more are too many for a list. */
const MOST = 100;

/** The number of a card's call, written to the card's party or one of its contacts: nobody else's is in reach. */
export function cardNumberAnswers(parts: CardNumberParts): Pick<Answers, CardNumberQuestion> {
  const { card, parties, connections, numbers, cardNotes, learnParty, log } = parts;
  const rest = connections.dolibarr;

  /** Whoever is on the card: the party itself, and a thirdparty's contacts. */
  async function onCard(party: PartyRef): Promise<StoredParty[]> {
    const own = await parties.get(party.kind, party.id);
    const contacts = party.kind === 'thirdparty' ? await parties.contactsOf(party.id) : [];
    return own ? [own, ...contacts.filter(({ kind }) => kind === 'contact')] : [];
  }

  async function numberOf(party: PartyRef, key: string): Promise<string> {
    const detail = await card.call(party, key);
    if (!detail || detail.line.rawNumber === '') throw new AppError('call-gone');
    return detail.line.rawNumber;
  }

  /** Nothing is written in another's name before the page's user agrees. */
  async function agreed(user: number): Promise<void> {
    const name = await cardNotes.otherWriter(user);
    if (name !== undefined) throw new AppError('note-other-user', { subject: name });
  }

  async function named(party: PartyRef): Promise<PartyName> {
    const stored = await parties.get(party.kind, party.id);
    return stored ? nameOf(partyOf(stored)) : { ...party, name: '', company: '' };
  }

  return {
    async 'card.numberHomes'({ party, key, user }) {
      const detail = await card.call(party, key);
      if (!detail || detail.line.rawNumber === '') return undefined;
      await connections.dolibarrReady();
      const [people, { major }, may, ask] = await Promise.all([
        onCard(party),
        rest.status(),
        readPartyRights(rest),
        cardNotes.otherWriter(user),
      ]);
      const { stored, mobile, e164 } = numberToWrite(detail.line.rawNumber, numbers.plan());
      const without = people.filter(({ phones }) => !e164 || phones.every((phone) => phone.e164 !== e164));
      const kinds = new Set<PartyRef['kind']>(party.kind === 'thirdparty' ? ['thirdparty', 'contact'] : ['contact']);
      return {
        stored,
        homes: without
          .filter(({ kind }) => may[kind])
          .map((one) => homeOf(one, detail, mobile, major))
          .sort((one, other) => Number(other.probable) - Number(one.probable))
          .slice(0, MOST),
        contact: party.kind === 'thirdparty' && may.contact,
        missing: [...kinds].filter((kind) => !may[kind]).map((kind) => writeRight[kind]),
        ...(ask === undefined ? {} : { ask }),
      };
    },

    async 'card.numberAdd'({ party, key, user, to }) {
      const raw = await numberOf(party, key);
      if (!(await onCard(party)).some(({ kind, id }) => kind === to.kind && id === to.id))
        throw new AppError('forbidden');
      await connections.dolibarrReady();
      await agreed(user);
      const attached = await writeNumber(rest, learnParty, to, numberToWrite(raw, numbers.plan()));
      if (!attached) return undefined;
      const { field } = attached;
      await log.add('numbers', { kind: to.kind, id: to.id, field });
      return { party: await named(to), field };
    },

    async 'card.numberContact'({ party, key, user, firstname, lastname }) {
      const raw = await numberOf(party, key);
      const name = cleanName(lastname);
      if (party.kind !== 'thirdparty' || name === '') throw new AppError('invalid-question');
      await connections.dolibarrReady();
      await agreed(user);
      const number = numberToWrite(raw, numbers.plan());
      const wish = { thirdparty: party.id, firstname: cleanName(firstname), lastname: name, number };
      const { id, made } = await createContact(rest, wish);
      const contact = { kind: 'contact' as const, id };
      await learnParty(contact);
      await log.add('numbers', { kind: made ? 'new contact' : 'contact', id });
      return { party: await named(contact), field: fieldFor('contact', {}, number.mobile) ?? '' };
    },
  };
}

function homeOf(stored: StoredParty, detail: CallDetail, mobile: boolean, major: number): NumberHome {
  const held = Object.fromEntries(stored.phones.map((phone) => [phone.field, phone.stored]));
  const exists = (field: string) => stored.kind === 'contact' || field !== 'phone_mobile' || major >= 20;
  return {
    party: nameOf(partyOf(stored)),
    field: fieldFor(stored.kind, held, mobile, exists) ?? '',
    probable: detail.reasons.some(
      ({ strength, party }) => strength === 'probable' && party.kind === stored.kind && party.id === stored.id,
    ),
  };
}
