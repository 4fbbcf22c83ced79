import type { PartyRef } from '../../lib/questions/questions';
import type { Language } from '../../lib/text/texts';
import type { NotesShell } from '../notes/create-notes-store';
import type { PopupShell } from '../popup/create-popup-store';

/** What the calls page needs of the browser. */
export interface CallsShell extends PopupShell {
  /** of calls of this party, or of whoever a call is the one thirdparty of */
  notes(language: Language, party: PartyRef | undefined): NotesShell;
  /** puts a text on the clipboard */
  copy(text: string): Promise<void>;
  /** the part of the address from # on */
  address(): string;
  /** `replace`: without a step for the back button, as while a text is typed */
  goTo(address: string, replace: boolean): void;
  /** the back button, a link, `goTo`. Returns the end of it. */
  onAddress(heard: () => void): () => void;
}
