import { createAddNumberWords } from '../../components/add-number/add-number-words';
import { createNotesWords } from '../../components/notes/notes-words';
import { createPanelWords } from '../../components/panel/panel-words';
import { createPlayerWords } from '../../components/player/player-words';
import type { PanelTexts } from '../../lib/text/text-files';
import { localeIn } from './locale';

export function wordsFor(texts: PanelTexts, pageLanguage: string) {
  const locale = localeIn(texts.language, pageLanguage);
  return {
    panel: createPanelWords(texts, locale),
    player: createPlayerWords(texts, locale),
    notes: createNotesWords(texts, locale),
    addNumber: createAddNumberWords(texts, locale),
  };
}
