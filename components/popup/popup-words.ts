import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { Language } from '../../lib/text/texts';
import { createWords, type Words } from '../call/words';
import { pageLanguage } from '../form/page-language';

export interface PopupWords extends Words {
  popup: typeof en.popup;
  allCalls: string;
}

const catalogues = { en, fr };

/** `wished`: the browser's languages, best first. */
export function createPopupWords(setting: 'auto' | Language, wished: readonly string[]): PopupWords {
  const { language, locale } = pageLanguage(setting, wished);
  const { popup, calls } = catalogues[language];
  return { ...createWords(language, locale), popup, allCalls: calls.all };
}
