import type { Catalogue, Texts } from '../../lib/text/catalogues';
import { type CallTexts, createWords, type Words } from '../call/words';

export interface NotesWords extends Words {
  notes: Catalogue['notes'];
}

/** What is said of notes; `locale` as in createWords. */
export function createNotesWords(texts: CallTexts & Texts<'notes'>, locale?: string): NotesWords {
  return { ...createWords(texts, locale), notes: texts.notes };
}
