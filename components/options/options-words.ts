import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { Language } from '../../lib/text/texts';
import { createWords, type Words } from '../call/words';
import { pageLanguage } from '../form/page-language';

export interface OptionsWords extends Words {
  options: typeof en.options;
  keeping: typeof en.keeping;
  unknown: typeof en.unknown;
  why: typeof en.why;
  health: typeof en.health;
  /** phone fields by their names in Dolibarr */
  field: typeof en.panel.field;
}

const catalogues = {
  en: {
    options: en.options,
    keeping: en.keeping,
    unknown: en.unknown,
    why: en.why,
    health: en.health,
    field: en.panel.field,
  },
  fr: {
    options: fr.options,
    keeping: fr.keeping,
    unknown: fr.unknown,
    why: fr.why,
    health: fr.health,
    field: fr.panel.field,
  },
};

/** `wished`: the browser's languages, best first. */
export function createOptionsWords(setting: 'auto' | Language, wished: readonly string[]): OptionsWords {
  const { language, locale } = pageLanguage(setting, wished);
  return { ...createWords(language, locale), ...catalogues[language] };
}
