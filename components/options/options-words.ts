import type { Catalogue } from '../../lib/text/catalogues';
import { createWords, type Words } from '../call/words';
import { pageLocale } from '../form/page-language';

export interface OptionsWords extends Words {
  options: Catalogue['options'];
  keeping: Catalogue['keeping'];
  unknown: Catalogue['unknown'];
}

/** `wished`: the browser's languages, best first. */
export function createOptionsWords(catalogue: Catalogue, wished: readonly string[]): OptionsWords {
  const { language, options, keeping, unknown } = catalogue;
  return { ...createWords(catalogue, pageLocale(language, wished)), options, keeping, unknown };
}
