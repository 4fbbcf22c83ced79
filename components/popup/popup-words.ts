import type { Catalogue } from '../../lib/text/catalogues';
import { createWords, type Words } from '../call/words';
import { pageLocale } from '../form/page-language';

export interface PopupWords extends Words {
  popup: Catalogue['popup'];
  allCalls: string;
}

/** `wished`: the browser's languages, best first. */
export function createPopupWords(catalogue: Catalogue, wished: readonly string[]): PopupWords {
  const { language, popup, calls } = catalogue;
  return { ...createWords(catalogue, pageLocale(language, wished)), popup, allCalls: calls.all };
}
