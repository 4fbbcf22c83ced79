import type { JournalLine } from './journal';

/** Which callers who got nobody. */
export interface MissedWish {
  /** UTC epoch seconds */
  from: number;
  state: 'open' | 'closed';
  offset: number;
  limit: number;
}

/** A caller who got nobody. Times are UTC epoch seconds. */
export interface MissedLine {
  /** the newest attempt, and who it is */
  call: JournalLine;
  attempts: number;
  /** the first attempt: the time to call back counts from here */
  first: number;
  /** who rang at the newest attempt: extensions, or the group or queue when nobody did */
  tried: string[];
  /** their names in the UCM; absent where none is known */
  staff?: Record<string, string>;
  /** the call that got through; absent while there is none: the line is open, or was closed by hand */
  closed?: { key: string; at: number; by: 'us' | 'them' };
  /** closed by hand: in this browser alone, on its way to Dolibarr, or there for all who read the call's event */
  byHand?: 'here' | 'sending' | 'dolibarr' | undefined;
}

export interface MissedAnswer {
  /** callers in either state */
  open: number;
  closed: number;
  /** newest first */
  lines: MissedLine[];
}

/** Questions of the view of missed calls, part of the contract (./questions). */
export interface MissedQuestions {
  'own.missed': { asked: MissedWish; answered: MissedAnswer };
  /** closes a line by hand, or opens it again: in the call's event in Dolibarr where it may have one; `key`: of its newest call */
  'own.closeMissed': { asked: { key: string; closed: boolean }; answered: undefined };
}
