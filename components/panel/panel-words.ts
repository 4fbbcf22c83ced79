import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { Language } from '../../lib/text/texts';
import { createWords, type Words } from '../call/words';

export interface PanelWords extends Words {
  panel: typeof en.panel;
}

const catalogues = { en: en.panel, fr: fr.panel };

/** Everything the panel says; `locale` (BCP 47) decides how dates and numbers are written. */
export function createPanelWords(language: Language, locale: string = language): PanelWords {
  return { ...createWords(language, locale), panel: catalogues[language] };
}
