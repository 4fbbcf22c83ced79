import type { Language } from '../../lib/text/texts';

/** How dates are written (BCP 47): as the page writes them when it speaks that language, since en_US and en_GB differ. */
export function localeIn(language: Language, pageLanguage: string): string {
  const tag = pageLanguage.replace('_', '-');
  const fits = tag.startsWith(language) && Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
  return fits ? tag : language;
}
