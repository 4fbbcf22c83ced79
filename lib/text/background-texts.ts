import { byLanguage } from './by-language';
import type { Catalogue } from './catalogues';

/** What the background says or writes, in every language: it wakes often, and waits for no file then. Keep it small. */
export const callTexts = byLanguage(import.meta.glob<Catalogue['call']>('./??.ts', { eager: true, import: 'call' }));
export const eventTexts = byLanguage(import.meta.glob<Catalogue['event']>('./??.ts', { eager: true, import: 'event' }));
export const noticeTexts = byLanguage(
  import.meta.glob<Catalogue['notice']>('./??.ts', { eager: true, import: 'notice' }),
);
export const tabLaterTexts = byLanguage(
  import.meta.glob<Catalogue['tabLater']>('./??.ts', { eager: true, import: 'tabLater' }),
);
export const toolbarTexts = byLanguage(
  import.meta.glob<Catalogue['toolbar']>('./??.ts', { eager: true, import: 'toolbar' }),
);
