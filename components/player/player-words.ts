import type { Catalogue, Texts } from '../../lib/text/catalogues';
import { type CallTexts, createWords, type Words } from '../call/words';

export interface PlayerWords extends Words {
  player: Catalogue['player'];
}

/** What the player says; `locale` as in createWords. */
export function createPlayerWords(texts: CallTexts & Texts<'player'>, locale?: string): PlayerWords {
  return { ...createWords(texts, locale), player: texts.player };
}
