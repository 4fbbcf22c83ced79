import type { Catalogue, Texts } from '../../lib/text/catalogues';
import { fill, type Language, type Plural, type Values } from '../../lib/text/texts';
import { createTimes, type Times } from './times';

/** What every screen that shows calls needs to speak: the texts for calls and errors, numbers, dates. */
export interface Words {
  language: Language;
  call: Catalogue['call'];
  errors: Catalogue['errors'];
  common: Catalogue['common'];
  times: Times;
  /** a text with its values, in this language */
  say(text: string | Plural, values?: Values): string;
  /** 12 345, as the language groups it */
  count(value: number): string;
}

/** Sections of a catalogue that every screen with calls needs. */
export type CallTexts = Texts<'call' | 'errors' | 'common' | 'rights'>;

/** `locale` (BCP 47) decides how dates are written; the language of the texts when it is left out. */
export function createWords(texts: CallTexts, locale: string = texts.language): Words {
  const { language, call, errors, common } = texts;
  const numbers = new Intl.NumberFormat(locale);
  const rights = new Map(Object.entries(texts.rights));
  /** A right of Dolibarr is named as its own screen of permissions does; any other subject stays as it is. */
  const withRight = (values: Values | undefined): Values | undefined => {
    const name = rights.get(String(values?.['subject']));
    return name === undefined ? values : { ...values, subject: name };
  };
  return {
    language,
    call,
    errors,
    common,
    times: createTimes(language, locale, common.justNow),
    say: (text, values) => fill(text, withRight(values), language),
    count: (value) => numbers.format(value),
  };
}
