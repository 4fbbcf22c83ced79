import { chooseLanguage, type Language } from '../../lib/text/texts';

/**
 * In which language a page of the extension speaks, and how it writes dates (BCP 47). `wished`: the browser's
 * languages, best first; they decide the dates when they are of the language chosen: en-GB, fr-CA.
 */
export function pageLanguage(setting: 'auto' | Language, wished: readonly string[]) {
  const language = setting === 'auto' ? chooseLanguage(wished) : setting;
  const locale = wished.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
  return { language, locale };
}
