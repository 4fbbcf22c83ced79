import { type NumberRead, withoutZeros } from './number';

/** A thirdparty or a contact of Dolibarr, as far as naming it goes. */
export interface Party {
  kind: 'thirdparty' | 'contact';
  id: number;
  name: string;
  /** name of a contact's thirdparty; '' for a thirdparty and for a contact without one */
  company: string;
  /** id of a contact's thirdparty; 0 for a thirdparty and for a contact without one */
  thirdparty: number;
}

/** One number of the directory: who has it, in which field of Dolibarr, as stored and as read. */
export interface Phone {
  party: Party;
  field: string;
  stored: string;
  e164: string | undefined;
  digits: string;
}

/** `exact`: the same E.164. `probable`: one is the end of the other, with 8 digits at least. */
export type Strength = 'exact' | 'probable';

export interface Reason {
  strength: Strength;
  party: Party;
  field: string;
  stored: string;
}

/** Who a number belongs to: a company with its contacts is one answer. */
export interface Answer {
  /** the contact, when one alone of the company has the number; else the company */
  party: Party;
  reasons: Reason[];
}

export interface Match {
  strength: Strength;
  /** never empty; in the order of the thirdparties' ids, contacts without one last */
  answers: Answer[];
  /** of all answers, in the same order */
  reasons: Reason[];
  /** more than one answer: none may be taken for the caller */
  ambiguous: boolean;
}

/**
 * Whose number it is; undefined when nobody's. `phones` may be more than fit (all of one `suffixKey`).
 * Extensions, own numbers and hidden callers never match. Probable answers count only where there is no exact one.
 */
export function matchNumber(number: NumberRead, phones: Iterable<Phone>): Match | undefined {
  if (number.kind !== 'outside') return undefined;
  const exact: Phone[] = [];
  const probable: Phone[] = [];
  for (const phone of phones) {
    if (number.e164 !== undefined && phone.e164 === number.e164) exact.push(phone);
    else if (sameEnd(number.digits, phone.digits)) probable.push(phone);
  }
  const strength: Strength = exact.length > 0 ? 'exact' : 'probable';
  const answers = answersOf(exact.length > 0 ? exact : probable, strength);
  if (answers.length === 0) return undefined;
  const reasons = answers.flatMap((answer) => answer.reasons);
  return { strength, answers, reasons, ambiguous: answers.length > 1 };
}

/** The shorter is the end of the longer and has 8 digits at least; leading zeros do not count. */
function sameEnd(one: string, other: string): boolean {
  const a = withoutZeros(one);
  const b = withoutZeros(other);
  return Math.min(a.length, b.length) >= 8 && (a.endsWith(b) || b.endsWith(a));
}

function answersOf(phones: Phone[], strength: Strength): Answer[] {
  const groups = new Map<string, Map<string, Reason>>();
  for (const { party, field, stored } of phones) {
    const group = groupOf(party);
    const reasons = groups.get(group) ?? new Map<string, Reason>();
    groups.set(group, reasons);
    reasons.set(`${party.kind} ${party.id} ${field} ${stored}`, { strength, party, field, stored });
  }
  return [...groups.values()]
    .map((group) => ({ party: headOf([...group.values()]), reasons: [...group.values()] }))
    .sort((a, b) => rank(a.party) - rank(b.party) || a.party.id - b.party.id);
}

function groupOf(party: Party): string {
  const thirdparty = party.kind === 'thirdparty' ? party.id : party.thirdparty;
  return thirdparty > 0 ? `thirdparty ${thirdparty}` : `contact ${party.id}`;
}

function rank(party: Party): number {
  const thirdparty = party.kind === 'thirdparty' ? party.id : party.thirdparty;
  return thirdparty > 0 ? thirdparty : Number.MAX_SAFE_INTEGER;
}

/** The contact that speaks for its company, or the company itself when several contacts share the number. */
function headOf(reasons: Reason[]): Party {
  const contacts = new Map<number, Party>();
  let company: Party | undefined;
  for (const { party } of reasons) {
    if (party.kind === 'contact') contacts.set(party.id, party);
    else company = party;
  }
  const [contact] = contacts.values();
  if (contact && contacts.size === 1) return contact;
  if (company) return company;
  if (!contact) throw new Error('an answer without a reason');
  return { kind: 'thirdparty', id: contact.thirdparty, name: contact.company, company: '', thirdparty: 0 };
}
