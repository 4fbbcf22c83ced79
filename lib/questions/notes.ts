import type { ErrorShape } from '../errors';
import type { PartyName, PartyRef } from './questions';

/** What is noted on a call, as plain text. */
export interface NoteTexts {
  public: string;
  private: string;
}

/** Letters of the fields that were touched, and what stood there when the page showed them first. */
export interface Letters {
  text: { public?: string | undefined; private?: string | undefined };
  base: { public?: string | undefined; private?: string | undefined };
}

/** A note of a colleague, or what stands in Dolibarr's event besides notes. */
export interface OthersNote extends NoteTexts {
  event: number;
  /** '' when Dolibarr does not tell: `owner` then */
  author: string;
  /** Dolibarr user */
  owner: number;
  /** UTC epoch seconds; 0 when unknown */
  at: number;
  /** what was written into the event in Dolibarr itself */
  rest: string;
}

/** The notes of one call as its card shows them. */
export interface NotesView {
  /** what stands in this user's note, or will */
  mine: NoteTexts;
  /** stays in this browser */
  onlyMe: string;
  /** what became of the last letters: on the way by itself, in Dolibarr, or not before a person does something */
  state: 'none' | 'kept' | 'sent' | 'refused';
  error?: ErrorShape;
  others: OthersNote[];
  /** texts that gave way to another */
  beside: { id: string; kind: keyof NoteTexts; text: string; whose: 'ours' | 'theirs'; author: string }[];
  /** address of the event; '' until there is one */
  event: string;
  /** the thirdparty under which the event is filed, when the card is another one's */
  elsewhere?: PartyName;
  /** `ask`: the key is another user's than the page's, who has not agreed yet; `off`: by the settings; `nobody`: nobody has the number */
  writing: 'yes' | 'ask' | 'no' | 'off' | 'nobody';
  /** whose key it is; '' when Dolibarr does not tell */
  keyUser: string;
}

interface OwnNotePlace {
  key: string;
  party?: PartyRef;
}

/** What a page may ask about the notes of calls. */
export interface NoteQuestions {
  /** `user`: the Dolibarr user of the page; `fresh`: Dolibarr is asked, else what is kept is told at once */
  'card.notes': {
    asked: { party: PartyRef; key: string; user: number; fresh: boolean };
    answered: NotesView | undefined;
  };
  /**
   * letters of the fields that were touched, and what stood there when they were shown first; `done`: the field was left, so
   * they are sent; `language`: of the page, for headings
   */
  'card.note': {
    asked: { party: PartyRef; key: string; user: number; language: 'fr' | 'en'; letters: Letters; done: boolean };
    answered: undefined;
  };
  'card.onlyMe': { asked: { party: PartyRef; key: string; text: string }; answered: undefined };
  /** has a text stand again that gave way, or forgets it */
  'card.noteBeside': {
    asked: { party: PartyRef; key: string; user: number; id: string; back: boolean };
    answered: undefined;
  };
  /** files the call's event under the card's thirdparty */
  'card.noteMove': { asked: { party: PartyRef; key: string }; answered: undefined };
  /** the page's user agrees to write in the name of the key's */
  'card.noteAgree': { asked: { party: PartyRef; user: number }; answered: undefined };
  /** the same in a page of the extension itself, where the key's user writes; without `party` the call's own one thirdparty */
  'own.notes': { asked: OwnNotePlace & { fresh: boolean }; answered: NotesView | undefined };
  'own.note': {
    asked: OwnNotePlace & { language: 'fr' | 'en'; letters: Letters; done: boolean };
    answered: undefined;
  };
  'own.onlyMe': { asked: OwnNotePlace & { text: string }; answered: undefined };
  'own.noteBeside': { asked: OwnNotePlace & { id: string; back: boolean }; answered: undefined };
  'own.noteMove': { asked: OwnNotePlace; answered: undefined };
}
