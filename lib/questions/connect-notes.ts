import { notedKey, whenChanged } from './changed';
import type { Letters, NotesView } from './notes';
import type { Ask, PartyRef } from './questions';

interface Connection {
  ask: Ask;
  /** whose card the page is */
  party: PartyRef;
  /** the Dolibarr user of the page */
  user: number;
  /** that the page speaks: of what is written into Dolibarr */
  language: 'fr' | 'en';
  /** ends the listening */
  signal: AbortSignal;
}

/** What a card's screen with notes needs of the background. */
export function connectNotes({ ask, party, user, language, signal }: Connection) {
  return {
    read: (key: string, fresh: boolean): Promise<NotesView | undefined> =>
      ask('card.notes', { party, key, user, fresh }),
    type: (key: string, letters: Letters, done: boolean) =>
      ask('card.note', { party, key, user, language, letters, done }),
    typeOnlyMe: (key: string, text: string) => ask('card.onlyMe', { party, key, text }),
    beside: (key: string, id: string, back: boolean) => ask('card.noteBeside', { party, key, user, id, back }),
    move: (key: string) => ask('card.noteMove', { party, key }),
    agree: () => ask('card.noteAgree', { party, user }),
    onNoted(listener: () => void): () => void {
      const over = new AbortController();
      whenChanged(listener, AbortSignal.any([signal, over.signal]), notedKey);
      return () => over.abort();
    },
  };
}

/** The same in a page of the extension itself; `party`: whose agenda it is, where several have the number. */
export function connectOwnNotes({ ask, party, language }: Pick<Connection, 'ask' | 'language'> & { party?: PartyRef }) {
  const at = party ? { party } : {};
  return {
    read: (key: string, fresh: boolean) => ask('own.notes', { ...at, key, fresh }),
    type: (key: string, letters: Letters, done: boolean) => ask('own.note', { ...at, key, language, letters, done }),
    typeOnlyMe: (key: string, text: string) => ask('own.onlyMe', { ...at, key, text }),
    beside: (key: string, id: string, back: boolean) => ask('own.noteBeside', { ...at, key, id, back }),
    move: (key: string) => ask('own.noteMove', { ...at, key }),
    /** the key's user writes himself */
    agree: () => Promise.resolve(),
    onNoted(listener: () => void): () => void {
      const over = new AbortController();
      whenChanged(listener, over.signal, notedKey);
      return () => over.abort();
    },
  };
}
