import type { Catalogue, Texts } from '../../lib/text/catalogues';
import { type CallTexts, createWords, type Words } from '../call/words';

export interface PanelWords extends Words {
  panel: Catalogue['panel'];
}

/** Everything the panel says; `locale` (BCP 47) decides how dates and numbers are written. */
export function createPanelWords(texts: CallTexts & Texts<'panel'>, locale?: string): PanelWords {
  return { ...createWords(texts, locale), panel: texts.panel };
}
