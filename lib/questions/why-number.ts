import type { LeftAside } from '../calls/why-left-aside';
import type { Nobodys } from '../calls/why-nobody';
import type { ErrorShape } from '../errors';
import type { MatchReason, RecentLine } from './questions';

/** How a number is read, who has it and why, or why nobody has. */
export interface NumberWhy {
  kind: 'outside' | 'own' | 'extension' | 'hidden';
  /** as a person of the configured country writes it; '' when hidden */
  number: string;
  /** with +; '' where no country is sure, and for what is no number from outside */
  e164: string;
  /** of whoever has it; with `nobody: 'otherwise'` the numbers that only end like it */
  reasons: MatchReason[];
  nobody?: Nobodys;
}

/** A number somebody typed, with what this browser knows of it. Times are UTC epoch seconds, 0 when there is no call. */
export interface NumberAsked extends NumberWhy {
  /** calls that name it, of a number from outside */
  calls: number;
  from: number;
  until: number;
  /** what kept the rules for unknown numbers from taking it, where they did not and nobody has it */
  leftAside?: LeftAside;
}

/** A note that Dolibarr has not confirmed. Times are UTC epoch seconds. */
export interface WaitingNote {
  /** start of its call */
  call: number;
  since: number;
  /** tries in a row that failed */
  fails: number;
  /** when it is tried again; absent: not before the person agrees to write as the key's user */
  next?: number;
  /** of the last try */
  error?: ErrorShape;
}

/** Questions of the options page: why this is somebody's number and that is not, why a note has not come to Dolibarr. */
export interface WhyQuestions {
  /** the newest calls of all but internal ones */
  'options.tenCalls': { asked: undefined; answered: { lines: (RecentLine & { why: NumberWhy })[] } };
  /** `number` in any notation, as a call or a person writes it */
  'options.whyNumber': { asked: { number: string }; answered: NumberAsked };
  /** oldest first */
  'options.waitingNotes': { asked: undefined; answered: { notes: WaitingNote[] } };
}
