import type { Catalogue } from '../../lib/text/catalogues';
import { pageLocale } from '../form/page-language';
import type { NotesWords } from '../notes/notes-words';
import { createPanelWords, type PanelWords } from '../panel/panel-words';
import type { PopupWords } from '../popup/popup-words';

export interface CallsWords extends PanelWords, PopupWords, NotesWords {
  calls: Catalogue['calls'];
  unknown: Catalogue['unknown'];
  statistics: Catalogue['statistics'];
  /** BCP 47: how dates are written, en-GB */
  locale: string;
}

/** `wished`: the browser's languages, best first. */
export function createCallsWords(catalogue: Catalogue, wished: readonly string[]): CallsWords {
  const { language, popup, calls, notes, unknown, statistics } = catalogue;
  const locale = pageLocale(language, wished);
  const words = createPanelWords(catalogue, locale);
  return { ...words, popup, calls, notes, unknown, statistics, allCalls: calls.all, locale };
}
