import type { Filter } from '../calls/filter';
import type { Sort } from '../calls/sort';
import type { CallDetail, CallLine, Figures, MatchStrength, PartyName, PartyRef } from './questions';
import type { GroupBy } from './statistics';

/** What the journal shows of all calls; each field left out lets everything through. */
export interface JournalFilter extends Filter {
  /** its number belongs to a party, or to none */
  matched?: boolean;
  recorded?: boolean;
  /** something is noted on it, here or in Dolibarr */
  noted?: boolean;
  /** seconds of talk, both included */
  talk?: { from: number; until: number };
  /** incoming calls that got nobody, however they ended; `calledBack`: those that are not open any more */
  missed?: boolean;
  calledBack?: boolean;
  /** the whole text; '' for calls without one */
  extension?: string;
  /** group, queue or menu that took it */
  through?: string;
  /** number of ours that was dialled */
  did?: string;
  /** by which it came or went */
  trunk?: string;
  /** `thirdparty:12`, its contacts included; `contact:5` for one without a thirdparty; `several`; '' for nobody */
  party?: string;
  /** whose card its number is on, whoever else has it */
  card?: PartyRef;
  /** hour of the week (Monday 0 h is 0) of a zone's clocks */
  week?: { hour: number; zone: string };
}

/** Which calls, in which order. */
export interface JournalWish {
  filter: JournalFilter;
  sort: Sort;
}

/** A line of the journal: a call of anybody, with whoever has its number now. */
export interface JournalLine extends Omit<CallLine, 'strength' | 'others'> {
  /** undefined when nobody has the number */
  strength: MatchStrength | undefined;
  /** by which it came or went; '' also while that is not known yet of calls kept long ago */
  trunk: string;
  /** `card`: address of the party's card with the Calls tab open; '' when there is no Dolibarr */
  parties: (PartyName & { card: string })[];
  /** names that its extension and its group bear in the UCM; absent where none is known */
  staff?: Record<string, string>;
}

export interface JournalPage extends JournalWish {
  offset: number;
  limit: number;
  /** goes on in the list of an earlier answer, whatever has come since; AppError `list-gone` when it is no longer known */
  list?: number;
}

export interface JournalAnswer {
  /** names the list: the calls as they were at this answer */
  list: number;
  /** calls kept */
  all: number;
  /** of the filtered calls */
  figures: Figures;
  /** name of the party that is filtered by; absent when there is none or it is not known */
  party?: string;
  /** from `offset` on, at most `limit` */
  lines: JournalLine[];
}

export interface OverviewAnswer {
  all: number;
  /** the newest calls */
  recent: JournalLine[];
}

export interface JournalCall extends Omit<CallDetail, 'line'> {
  line: JournalLine;
  /** seconds that the UCM's clock was ahead of UTC at this call */
  offset: number;
  /** each leg as the UCM told it: names and values */
  raw: (readonly (readonly [string, string])[])[];
  /** keys of the calls beside it in the list it was opened from; '' at its ends */
  before: string;
  after: string;
}

export interface ChoicesAsked {
  by: GroupBy;
  /** part of the value, of a party's name, or of the number in any notation; '' for all */
  text: string;
  limit: number;
}

/** A value that calls have. */
export interface Choice {
  /** as the journal's filter of the same name takes it; '' for the calls without one */
  value: string;
  /** as shown; '' with `value` '', and for `several` parties */
  label: string;
  /** of all calls kept */
  calls: number;
}

export interface ChoicesAnswer {
  /** most calls first; '' and `several` whatever the text, since their names are words of the page */
  choices: Choice[];
  /** also those beyond the limit */
  count: number;
}

/** Questions of the calls page, part of the contract (./questions). */
export interface JournalQuestions {
  /** a page of all calls; the answer stays below 1 MB */
  'own.journal': { asked: JournalPage; answered: JournalAnswer };
  'own.call': { asked: JournalWish & { key: string }; answered: JournalCall | undefined };
  /** drops calls (keys of lines, at most 20,000) from this browser for good; the UCM and Dolibarr keep theirs */
  'own.delete': { asked: { keys: string[] }; answered: { deleted: number } };
  /** values to filter by, of all calls kept */
  'own.choices': { asked: ChoicesAsked; answered: ChoicesAnswer };
  'own.overview': { asked: { limit: number }; answered: OverviewAnswer };
}
