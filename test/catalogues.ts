import type { Catalogue } from '../lib/text/catalogues';
import { type Language, languages } from '../lib/text/texts';

const files = import.meta.glob<Catalogue>('../lib/text/??.ts', { eager: true });

/** The catalogue of a language, at once: the program itself waits for its file. */
export function catalogueOf(language: Language): Catalogue {
  const catalogue = files[`../lib/text/${language}.ts`];
  if (!catalogue) throw new Error(`There is no catalogue for ${language}`);
  return catalogue;
}

export const catalogues: readonly Catalogue[] = languages.map(catalogueOf);
