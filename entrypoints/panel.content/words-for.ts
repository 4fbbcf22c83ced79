import { createAddNumberWords } from '../../components/add-number/add-number-words';
import { createNotesWords } from '../../components/notes/notes-words';
import { createPanelWords } from '../../components/panel/panel-words';
import { createPlayerWords } from '../../components/player/player-words';
import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import { spokenLanguage } from '../../lib/text/texts';
import type { PanelOpening } from '../dolibarr.content/panel-global';

/** The chosen language; dates as the page writes them when it speaks that language (en_US and en_GB differ). */
export function wordsFor(language: PanelOpening['language'], pageLanguage: string) {
  const spoken = spokenLanguage(language, [pageLanguage]);
  const texts = { en, fr }[spoken];
  const tag = pageLanguage.replace('_', '-');
  const fits = tag.startsWith(spoken) && Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
  const locale = fits ? tag : spoken;
  return {
    panel: createPanelWords(texts, locale),
    player: createPlayerWords(texts, locale),
    notes: createNotesWords(texts, locale),
    addNumber: createAddNumberWords(texts, locale),
  };
}
