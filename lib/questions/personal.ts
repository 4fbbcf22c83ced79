import type { CallType, Direction, Outcome } from '../calls/call';
import type { SettingsOrigin } from '../settings/settings-store';
import type { SavedView } from './journal-look';
import type { OptionsState, PartyName } from './questions';

/** What of the settings is the administrator's, and what could not be used. */
export interface OptionsOrigin extends SettingsOrigin {
  /** the UCM's password is the administrator's */
  ucmPassword: boolean;
}

/** Questions of the options page about what is kept here. */
export interface PersonalQuestions {
  /** drops kept settings that cannot be used: what is in force stands */
  'options.forgetRefused': { asked: undefined; answered: OptionsState };
  /** what is kept about a number, and whether it is one that can be erased */
  'options.aboutNumber': { asked: { number: string }; answered: AboutNumber };
  /** the same whole, part by part: calls from `at` on, and where the next part begins when there is one */
  'options.exportNumber': {
    asked: { number: string; at: number };
    answered: { calls: ExportedCall[]; next?: number };
  };
  'options.eraseNumber': {
    asked: { number: string };
    answered: { calls: number; copies: number; notes: number; views: number };
  };
  /** everything of this extension in this browser */
  'options.wipe': { asked: undefined; answered: undefined };
}

/** What this browser keeps about a telephone number. Times are UTC epoch seconds, 0 when there is no call. */
export interface AboutNumber {
  /** `own` and `internal` ones are nobody's from outside, `unreadable` ones no number */
  kind: 'outside' | 'own' | 'internal' | 'unreadable';
  /** as a person of the configured country writes it */
  number: string;
  calls: number;
  from: number;
  until: number;
  /** copies of recordings, and notes kept here */
  copies: number;
  notes: number;
  /** of the journal, saved for this number or for who has it */
  views: SavedView[];
  /** whose number it is in Dolibarr */
  parties: PartyName[];
}

/** A call as it is handed to the person whose number it has: everything that is kept of it. Times are ISO 8601. */
export interface ExportedCall {
  start: string;
  direction: Direction;
  type: CallType;
  outcome: Outcome;
  number: string;
  name: string;
  extension: string;
  trunk: string;
  duration: number;
  talk: number;
  recordings: string[];
  notes: { public: string; private: string; onlyMe: string }[];
  legs: unknown[];
}
