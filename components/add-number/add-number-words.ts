import type { Catalogue, Texts } from '../../lib/text/catalogues';
import { type CallTexts, createWords, type Words } from '../call/words';

export interface AddNumberWords extends Words {
  addNumber: Catalogue['addNumber'];
  /** phone fields by their names in Dolibarr */
  field: Catalogue['panel']['field'];
}

/** What is said where a number is written to a card; `locale` as in createWords. */
export function createAddNumberWords(texts: CallTexts & Texts<'addNumber' | 'panel'>, locale?: string): AddNumberWords {
  return { ...createWords(texts, locale), addNumber: texts.addNumber, field: texts.panel.field };
}
