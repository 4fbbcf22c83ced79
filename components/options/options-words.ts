import type { Catalogue } from '../../lib/text/catalogues';
import { createWords, type Words } from '../call/words';
import { pageLocale } from '../form/page-language';

export interface OptionsWords extends Words, Pick<Catalogue, 'options' | 'keeping' | 'unknown' | 'why' | 'health'> {
  /** phone fields by their names in Dolibarr */
  field: Catalogue['panel']['field'];
}

/** `wished`: the browser's languages, best first. */
export function createOptionsWords(catalogue: Catalogue, wished: readonly string[]): OptionsWords {
  const { language, options, keeping, unknown, why, health, panel } = catalogue;
  const words = createWords(catalogue, pageLocale(language, wished));
  return { ...words, options, keeping, unknown, why, health, field: panel.field };
}
