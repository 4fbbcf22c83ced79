import type { Language } from '../../lib/text/texts';

/** A language by its own name, under which its speakers look for it: Deutsch. */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
