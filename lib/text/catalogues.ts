import type { Language } from './texts';

/** All texts of one language; which there are, en.ts says. */
export type Catalogue = typeof import('./en');

/** Some sections of a catalogue, with the language they are in. */
export type Texts<Section extends keyof Catalogue> = Pick<Catalogue, 'language' | Section>;

const files = import.meta.glob<Catalogue>('./??.ts');

/**
 * The catalogue of one language, each a file of its own: for pages of the extension alone, since a content script or
 * the worker is one file, and would hold them all. Rejects when the file is gone, as after an update.
 */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const load = files[`./${language}.ts`];
  if (!load) throw new Error(`There is no catalogue for ${language}`);
  return load();
}
