import type { FollowUpRules, MissedState, missedOwners } from '../calls/missed';
import type { JournalLine } from './journal';

/** A user of Dolibarr; `name` '' where nobody tells it. */
export interface Colleague {
  id: number;
  name: string;
}

/** Which callers who got nobody. */
export interface MissedWish {
  /** UTC epoch seconds */
  from: number;
  state: MissedState;
  whose: (typeof missedOwners)[number];
  offset: number;
  limit: number;
}

/** What people did with a line. */
export interface HandState {
  /** in this browser alone, on its way to Dolibarr, or there for all who read the call's event */
  where: 'here' | 'sending' | 'dolibarr';
  done: boolean;
  /** UTC epoch seconds before which nobody needs to call back; 0 for none */
  until: number;
  /** name '' where nobody tells it */
  assigned?: Colleague & { me: boolean };
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
  /** key of the newest attempt that reached a mailbox: a message may wait there; absent for none */
  voicemail?: string;
  /** the call that got through; absent while there is none: the line is open, or was closed by hand */
  closed?: { key: string; at: number; by: 'us' | 'them' };
  hand?: HandState | undefined;
  /** the number is exactly one thirdparty's: what is done with the line goes into an event there, where events are written */
  shareable: boolean;
}

export interface MissedAnswer extends Record<MissedState, number> {
  /** newest first */
  lines: MissedLine[];
  /** which calls make a line */
  rules: FollowUpRules;
}

/** Whom a line may be given to. */
export interface MissedColleagues {
  /** the user of the key; undefined where events are not written, or not by him */
  me?: Colleague;
  /** empty where the key may not read users, or may not write events for others */
  others: Colleague[];
  /** right that is missing for others: `user/user/lire`; '' for none */
  missing: string;
}

/** Questions of the view of missed calls, part of the contract (./questions). */
export interface MissedQuestions {
  'own.missed': { asked: MissedWish; answered: MissedAnswer };
  /** what a person did with a line; `key`: of its newest call. Kept here, and in the call's event where it may have one */
  'own.missedHand': {
    asked: { key: string; done?: boolean; assigned?: Colleague | null; until?: number };
    answered: undefined;
  };
  'own.missedColleagues': { asked: undefined; answered: MissedColleagues };
}
