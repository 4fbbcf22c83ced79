import type { CallType, Direction, Outcome } from '../calls/call';
import type { Filter } from '../calls/filter';
import type { ErrorShape } from '../errors';
import type { PlayCommand, Playing, RecordingRef } from '../player/playing';
import type { Settings } from '../settings/settings';
import type { Catalogue } from '../text/catalogues';
import type { Language } from '../text/texts';
import type { AddNumberQuestions } from './add-number';
import type { AsideQuestions } from './aside';
import type { FilePart } from './file-part';
import type { JournalQuestions } from './journal';
import type { JournalLookQuestions } from './journal-look';
import type { MissedQuestions } from './missed';
import type { NoteQuestions } from './notes';
import type { OptionsQuestions } from './options';
import type { StatisticsQuestions } from './statistics';
import type { SyncState } from './sync-state';
import type { UnknownQuestions } from './unknown-numbers';
import type { WhyQuestions } from './why-number';

export type { FilePart } from './file-part';
export type { ConnectionTest, OptionsState } from './options';
export type { SyncState } from './sync-state';

import type { PersonalQuestions } from './personal';

/** A party of Dolibarr: the page is that of a thirdparty, or of one of its contacts. */
export interface PartyRef {
  kind: 'thirdparty' | 'contact';
  id: number;
}

/** How sure it is that a number belongs to a party. */
export type MatchStrength = 'exact' | 'probable';

export interface PartyName extends PartyRef {
  name: string;
  /** the thirdparty of a contact */
  company: string;
}

/** Why a call stands under a party: which field of whom holds which number. */
export interface MatchReason {
  strength: MatchStrength;
  party: PartyName;
  /** phone, phone_mobile, fax; of contacts phone_pro, phone_perso, phone_mobile, fax */
  field: string;
  /** the number as Dolibarr has it */
  stored: string;
}

/** One line of a list: all that is shown without opening it. Times are UTC epoch seconds, lengths seconds. */
export interface CallLine {
  key: string;
  start: number;
  direction: Direction;
  type: CallType;
  outcome: Outcome;
  /** as a person of the configured country writes it; '' when hidden */
  number: string;
  /** what the UCM wrote */
  rawNumber: string;
  name: string;
  extension: string;
  through: string;
  ring: number;
  talk: number;
  recordings: number;
  /** something is noted on it */
  noted: boolean;
  /** an incoming call that got nobody and to which nobody has called back since */
  open: boolean;
  strength: MatchStrength;
  /** parties that have this number besides the one of the page */
  others: PartyName[];
}

export interface LegLine {
  /** UTC epoch seconds */
  start: number;
  duration: number;
  talk: number;
  /** what this leg was for the call: who rang, who talked, where the caller waited */
  role:
    | 'dialled'
    | 'menu'
    | 'group'
    | 'queue'
    | 'rang'
    | 'talked'
    | 'busy'
    | 'failed'
    | 'held'
    | 'voicemail'
    | 'forwarded'
    | 'conference'
    | 'fax'
    | 'other';
  /** extension, group, slot or number */
  target: string;
}

/** A line opened. */
export interface CallDetail {
  line: CallLine;
  did: string;
  duration: number;
  rung: string[];
  lastSpeaker: string;
  legs: LegLine[];
  /** file names without folder */
  recordings: string[];
  /** somebody talked, and no recording is named: whether there is one can be asked (`card.find`) */
  unnamed: boolean;
  reasons: MatchReason[];
  /** names that extensions, queues and groups of this call bear in the UCM; absent where none is known */
  staff?: Record<string, string>;
}

export type CallFilter = Filter;

export interface Figures {
  calls: number;
  answered: number;
  /** seconds */
  talk: number;
  /** UTC epoch seconds; 0 when there is none */
  last: number;
  missed: number;
  /** missed and not called back */
  open: number;
}

/** What is looked for on a card, and what stands in the way of an answer. */
export interface CardState {
  party: PartyName | undefined;
  /** phone numbers of the party and, for a thirdparty, of its contacts, as stored */
  numbers: { field: string; stored: string; owner: PartyName; usable: 'yes' | 'unreadable' | 'own' | 'internal' }[];
  sync: SyncState;
}

export interface CardCalls {
  state: CardState;
  /** calls of the party without any filter */
  all: number;
  /** of the filtered calls */
  figures: Figures;
  /** lines from `offset` on, newest first, at most `limit` */
  lines: CallLine[];
}

/**
 * The contract between contexts: name, what is asked, what is answered, who may ask (./rules.ts).
 * `card` questions may come from a content script of the granted Dolibarr, about the party of its own page only;
 * `page` ones from any page of it; `own` ones from the extension's pages; `options` ones from the options page alone.
 */
export interface Questions
  extends AddNumberQuestions,
    AsideQuestions,
    JournalQuestions,
    JournalLookQuestions,
    MissedQuestions,
    NoteQuestions,
    OptionsQuestions,
    PersonalQuestions,
    StatisticsQuestions,
    UnknownQuestions,
    WhyQuestions {
  /** `language`: of the page, as it says; the texts are in it */
  'card.count': {
    asked: { party: PartyRef; language: string };
    answered: { count: number; phase: SyncState['phase']; error?: ErrorShape; texts: Catalogue['tabLater'] };
  };
  /** injects the panel's script into the asking page, after its texts; `language`: of the page, as it says */
  'card.panel': { asked: { party: PartyRef; language: string }; answered: undefined };
  'card.calls': { asked: { party: PartyRef; filter: CallFilter; offset: number; limit: number }; answered: CardCalls };
  'card.call': { asked: { party: PartyRef; key: string }; answered: CallDetail | undefined };
  'card.sync': { asked: { party: PartyRef }; answered: SyncState };
  /** a form with the party's telephone numbers was sent: what it saved counts from the next page on */
  'card.edited': { asked: { party: PartyRef }; answered: undefined };
  /** starts a recording of the party's calls, or tells whatever plays what to do; its label is told to its own card alone */
  'card.play': { asked: { party: PartyRef; command: PlayCommand }; answered: Playing | undefined };
  'card.playing': { asked: { party: PartyRef }; answered: Playing | undefined };
  /** asks the UCM for recordings that the call's rows do not name; undefined where it cannot be asked */
  'card.find': { asked: { party: PartyRef; key: string }; answered: string[] | undefined };
  /** puts a recording beside the call's event in Dolibarr; `user`, `language`: of the page */
  'card.attach': {
    asked: { party: PartyRef; recording: RecordingRef; user: number; language: Language };
    answered: 'attached' | 'there';
  };
  /** a recording as a file, part by part: `at` is where the part begins; the next begins where it ends */
  'card.download': { asked: { party: PartyRef; recording: RecordingRef; at: number }; answered: FilePart };
  'card.options': { asked: { party: PartyRef }; answered: undefined };
  /** `dolibarr`: root address, '' when there is none yet */
  'own.state': {
    asked: undefined;
    answered: SyncState & { language: Settings['language']; mayDelete: boolean; dolibarr: string };
  };
  /** `missed`: callers who wait to be called back, as on the toolbar button */
  'own.recent': { asked: { limit: number }; answered: { lines: RecentLine[]; missed: number } };
  'own.sync': { asked: undefined; answered: SyncState };
  /** pages of Dolibarr that are no card: of what sounds they are told that it does, and may stop it */
  'page.playing': { asked: undefined; answered: Playing | undefined };
  'page.play': { asked: { command: PlayCommand }; answered: Playing | undefined };
  /** injects the panel's script, which has the bar */
  'page.bar': { asked: { language: string }; answered: undefined };
  'own.play': { asked: { command: PlayCommand }; answered: Playing | undefined };
  /** as `card.find`, of any call */
  'own.find': { asked: { key: string }; answered: string[] | undefined };
  'own.download': { asked: { recording: RecordingRef; at: number }; answered: FilePart };
  'own.playing': { asked: undefined; answered: Playing | undefined };
  'own.stop': { asked: undefined; answered: undefined };
}

/** A line of the popup: a call and whoever has its number. */
export interface RecentLine {
  key: string;
  start: number;
  direction: Direction;
  outcome: Outcome;
  number: string;
  name: string;
  extension: string;
  talk: number;
  open: boolean;
  parties: PartyName[];
  /** address of the first party's card with the Calls tab open; '' when there is no party */
  card: string;
}

export type QuestionName = keyof Questions;
export type Asked<N extends QuestionName> = Questions[N]['asked'];
export type Answered<N extends QuestionName> = Questions[N]['answered'];

/** How a screen asks. Rejects with AppError. */
export type Ask = <N extends QuestionName>(name: N, asked: Asked<N>) => Promise<Answered<N>>;
