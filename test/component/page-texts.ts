import type { PageTexts } from '../../components/form/page-language';
import { chooseLanguage } from '../../lib/text/texts';
import { catalogueOf } from '../catalogues';

/** The texts of a page in a browser of these languages, without the wait for their file. */
export function pageTexts(...languages: string[]): PageTexts {
  return {
    languages,
    firstTexts: catalogueOf(chooseLanguage(languages)),
    loadTexts: async (language) => catalogueOf(language),
  };
}
