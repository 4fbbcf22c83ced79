import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { Language } from '../../lib/text/texts';
import { createWords, type Words } from '../call/words';

export interface PlayerWords extends Words {
  player: typeof en.player;
}

const catalogues = { en: en.player, fr: fr.player };

/** What the player says; `locale` as in createWords. */
export function createPlayerWords(language: Language, locale: string = language): PlayerWords {
  return { ...createWords(language, locale), player: catalogues[language] };
}
