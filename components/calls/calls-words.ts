import type { Catalogue } from '../../lib/text/catalogues';
import { pageLocale } from '../form/page-language';
import type { NotesWords } from '../notes/notes-words';
import { createPanelWords, type PanelWords } from '../panel/panel-words';
import type { PopupWords } from '../popup/popup-words';

export interface CallsWords extends PanelWords, PopupWords, NotesWords {
  calls: Catalogue['calls'];
  unknown: Catalogue['unknown'];
  statistics: Catalogue['statistics'];
}

/** `wished`: the browser's languages, best first. */
export function createCallsWords(catalogue: Catalogue, wished: readonly string[]): CallsWords {
  const { language, popup, calls, notes, unknown, statistics } = catalogue;
  const words = createPanelWords(catalogue, pageLocale(language, wished));
  return { ...words, popup, calls, notes, unknown, statistics, allCalls: calls.all };
}
