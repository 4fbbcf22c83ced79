import { type Language, languages } from './texts';

/** One section of each catalogue, by its language; of the file's other sections a bundle keeps nothing. */
export function byLanguage<Section>(files: Record<string, Section>): Record<Language, Section> {
  const sections = languages.map((language) => [language, files[`./${language}.ts`]]);
  return Object.fromEntries(sections) as Record<Language, Section>; // a tree test compares the list with the files
}
