import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import { fill, type Language, type Plural, type Values } from '../../lib/text/texts';
import { createTimes, type Times } from './times';

/** What every screen that shows calls needs to speak: the texts for calls and errors, numbers, dates. */
export interface Words {
  language: Language;
  call: typeof en.call;
  errors: typeof en.errors;
  common: typeof en.common;
  times: Times;
  /** a text with its values, in this language */
  say(text: string | Plural, values?: Values): string;
  /** 12 345, as the language groups it */
  count(value: number): string;
}

const catalogues = {
  en: { call: en.call, errors: en.errors, common: en.common },
  fr: { call: fr.call, errors: fr.errors, common: fr.common },
};

/** `locale` (BCP 47) decides how dates are written; the language of the texts when it is left out. */
export function createWords(language: Language, locale: string = language): Words {
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    ...catalogues[language],
    times: createTimes(language, locale, catalogues[language].common.justNow),
    say: (text, values) => fill(text, withRight(values, language), language),
    count: (value) => numbers.format(value),
  };
}

/** A right of Dolibarr is named as its own screen of permissions does; any other subject stays as it is. */
function withRight(values: Values | undefined, language: Language): Values | undefined {
  const name = new Map(Object.entries(language === 'fr' ? fr.rights : en.rights)).get(String(values?.['subject']));
  return name === undefined ? values : { ...values, subject: name };
}
