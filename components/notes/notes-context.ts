import { createContext } from 'preact';
import type { NotesShell } from './create-notes-store';
import type { NotesWords } from './notes-words';

/** Given by the page, so that the lists between need not know of it; without it a call has no notes. */
export const NotesContext = createContext<{ shell: NotesShell; words: NotesWords; openOptions(): void } | undefined>(
  undefined,
);
