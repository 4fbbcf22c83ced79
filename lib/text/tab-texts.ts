import { byLanguage } from './by-language';
import type { Catalogue } from './catalogues';

/** What the small script says at once, in every language; of the rest it holds nothing. */
export const tabTexts = byLanguage(import.meta.glob<Catalogue['tab']>('./??.ts', { eager: true, import: 'tab' }));
