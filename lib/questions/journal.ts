import type { Filter } from '../calls/filter';
import type { CallDetail, CallLine, Figures, MatchStrength, PartyName } from './questions';

/** What the journal shows of all calls; each field left out lets everything through. */
export interface JournalFilter extends Filter {
  /** its number belongs to a party, or to none */
  matched?: boolean;
  recorded?: boolean;
}

/** A line of the journal: a call of anybody, with whoever has its number now. */
export interface JournalLine extends Omit<CallLine, 'strength' | 'others'> {
  /** undefined when nobody has the number */
  strength: MatchStrength | undefined;
  /** `card`: address of the party's card with the Calls tab open; '' when there is no Dolibarr */
  parties: (PartyName & { card: string })[];
}

export interface JournalAnswer {
  /** calls kept */
  all: number;
  /** of the filtered calls */
  figures: Figures;
  /** from `offset` on, newest first, at most `limit` */
  lines: JournalLine[];
}

export interface OverviewAnswer {
  all: number;
  figures: Figures[];
  /** the newest calls, and the newest of those missed and not called back */
  recent: JournalLine[];
  open: JournalLine[];
  openCount: number;
}

export interface JournalCall extends Omit<CallDetail, 'line' | 'unnamed'> {
  line: JournalLine;
  /** each leg as the UCM told it: names and values */
  raw: (readonly (readonly [string, string])[])[];
  /** keys of the calls beside it; '' at the ends */
  newer: string;
  older: string;
}

/** What the calls page asks. */
export interface JournalQuestions {
  'own.journal': { asked: { filter: JournalFilter; offset: number; limit: number }; answered: JournalAnswer };
  'own.call': { asked: { key: string }; answered: JournalCall | undefined };
  /** figures of each stretch (`until` exclusive), in their order */
  'own.overview': {
    asked: { stretches: { from: number; until: number }[]; limit: number };
    answered: OverviewAnswer;
  };
}
