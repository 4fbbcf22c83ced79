import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { Language } from '../../lib/text/texts';
import { createWords, type Words } from '../call/words';

export interface AddNumberWords extends Words {
  addNumber: typeof en.addNumber;
  /** phone fields by their names in Dolibarr */
  field: typeof en.panel.field;
}

const catalogues = {
  en: { addNumber: en.addNumber, field: en.panel.field },
  fr: { addNumber: fr.addNumber, field: fr.panel.field },
};

/** What is said where a number is written to a card; `locale` as in createWords. */
export function createAddNumberWords(language: Language, locale: string = language): AddNumberWords {
  return { ...createWords(language, locale), ...catalogues[language] };
}
