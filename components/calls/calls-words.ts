import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { Language } from '../../lib/text/texts';
import { pageLanguage } from '../form/page-language';
import { createPanelWords, type PanelWords } from '../panel/panel-words';
import type { PopupWords } from '../popup/popup-words';

export interface CallsWords extends PanelWords, PopupWords {
  calls: typeof en.calls;
  unknown: typeof en.unknown;
  statistics: typeof en.statistics;
}

const catalogues = { en, fr };

/** `wished`: the browser's languages, best first. */
export function createCallsWords(setting: 'auto' | Language, wished: readonly string[]): CallsWords {
  const { language, locale } = pageLanguage(setting, wished);
  const { popup, calls, unknown, statistics } = catalogues[language];
  return { ...createPanelWords(language, locale), popup, calls, unknown, statistics, allCalls: calls.all };
}
