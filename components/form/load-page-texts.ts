import { loadCatalogue } from '../../lib/text/catalogues';
import { chooseLanguage } from '../../lib/text/texts';
import type { PageTexts } from './page-language';

/** The one catalogue that a page begins with. `languages`: the browser's, best first. */
export async function loadPageTexts(languages: readonly string[]): Promise<PageTexts> {
  return { languages, firstTexts: await loadCatalogue(chooseLanguage(languages)), loadTexts: loadCatalogue };
}
