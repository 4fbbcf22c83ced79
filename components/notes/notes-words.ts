import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { Language } from '../../lib/text/texts';
import { createWords, type Words } from '../call/words';

export interface NotesWords extends Words {
  notes: typeof en.notes;
}

const catalogues = { en: en.notes, fr: fr.notes };

/** What is said of notes; `locale` as in createWords. */
export function createNotesWords(language: Language, locale: string = language): NotesWords {
  return { ...createWords(language, locale), notes: catalogues[language] };
}
