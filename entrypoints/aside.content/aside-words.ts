import { createTimes, type Times } from '../../components/call/times';
import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import { chooseLanguage, fill, type Language, type Plural, type Values } from '../../lib/text/texts';
import type { PanelOpening } from '../dolibarr.content/panel-global';

export interface AsideWords {
  language: Language;
  aside: typeof en.aside;
  call: typeof en.call;
  times: Times;
  say(text: string | Plural, values?: Values): string;
}

const catalogues = {
  en: { aside: en.aside, call: en.call, justNow: en.common.justNow },
  fr: { aside: fr.aside, call: fr.call, justNow: fr.common.justNow },
};

/** Few words, so that this script stays small. Dates as the page writes them when it speaks the chosen language. */
export function asideWords(chosen: PanelOpening['language'], pageLanguage: string): AsideWords {
  const language = chosen === 'auto' ? chooseLanguage([pageLanguage]) : chosen;
  const tag = pageLanguage.replace('_', '-');
  const locale = tag.startsWith(language) && Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0 ? tag : language;
  const { aside, call, justNow } = catalogues[language];
  return {
    language,
    aside,
    call,
    times: createTimes(language, locale, justNow),
    say: (text, values) => fill(text, values, language),
  };
}
