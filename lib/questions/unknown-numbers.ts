import type { Verdict } from '../calls/unknown-number';
import type { LeftAside } from '../calls/why-left-aside';
import type { PartyName, PartyRef } from './questions';

/** What became of an unknown number in this browser. Times: UTC epoch ms. */
export type Handled =
  | { what: 'ignored'; at: number }
  /**
   * `sure`: looked at again, so that nobody else's was first; `doubles`: ids of others that were made for the number;
   * `merge`: where Dolibarr merges them into this one, '' when there is nothing to merge
   */
  | {
      what: 'created';
      at: number;
      party: PartyName;
      card: string;
      own: boolean;
      sure: boolean;
      doubles: number[];
      merge: string;
    }
  /** written into this field of the party */
  | { what: 'attached'; at: number; party: PartyName; card: string; field: string };

/** A number that called or was called and that nobody has in Dolibarr. Times: UTC epoch seconds. */
export interface UnknownLine {
  /** names the number in the other questions: digits of its E.164 form, else those written */
  digits: string;
  /** as a person of the configured country writes it */
  number: string;
  rawNumber: string;
  /** as the caller sent it last; '' when none did */
  name: string;
  calls: number;
  /** seconds */
  talk: number;
  last: number;
  /** the newest calls, newest first, as the calls page names them */
  keys: string[];
  /** what the rules say */
  verdict: Verdict;
  /** of those that the rules take no notice of */
  why?: LeftAside;
  /** it stands by itself among those that the rules never take, not by a pattern for many */
  blocked?: true;
  handled?: Handled;
}

export interface UnknownAnswer {
  mode: 'off' | 'review' | 'automatic';
  /** by the rules and by nobody's decision yet; ignored; done */
  counts: { open: number; other: number; ignored: number; done: number };
  /** from `offset` on, most calls first, at most `limit`; of those that are done the last decision first */
  lines: UnknownLine[];
}

/** What the calls page asks about numbers that nobody has. */
export interface UnknownQuestions {
  /** `open`: what the rules propose; `other`: what they leave aside */
  'own.unknown': {
    asked: { show: keyof UnknownAnswer['counts']; offset: number; limit: number };
    answered: UnknownAnswer;
  };
  /** the number of a call, as the UCM wrote it; undefined when somebody has it, or it is nobody's from outside */
  'own.unknownOf': { asked: { raw: string }; answered: UnknownLine | undefined };
  /** what the rules would do if they were switched on: numbers proposed, and made of the last 30 days' calls without asking */
  'own.unknownWould': { asked: undefined; answered: { proposed: number; made: number } };
  /** makes a thirdparty of the number, or takes the one that somebody else made just before; `many`: it is looked at again later */
  'own.unknownCreate': { asked: { digits: string; name: string; many?: boolean }; answered: Handled };
  /** looks again, after some seconds, at what was made as one of many */
  'own.unknownLook': { asked: undefined; answered: undefined };
  /** writes the number into a free phone field; undefined when none is free */
  'own.unknownAttach': { asked: { digits: string; party: PartyRef }; answered: Handled | undefined };
  'own.unknownIgnore': { asked: { digits: string }; answered: undefined };
  /** puts the number among those that the rules never take, a setting; `undo`: takes it out again */
  'own.unknownBlock': { asked: { digits: string; undo?: true }; answered: undefined };
  /** takes back the last decision, as far as the rights go; false when Dolibarr kept it: it is in use, or may not be removed */
  'own.unknownUndo': { asked: { digits: string }; answered: boolean };
  /** parties whose name holds all words of the text */
  'own.parties': { asked: { text: string; limit: number }; answered: PartyName[] };
}
