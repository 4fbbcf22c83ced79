import type { Instance } from '../rest/context';
import type { User } from '../user';
import type { Words } from './words';

/** What every page is drawn from. */
export interface Page {
  readonly instance: Instance;
  /** The web root without a slash at the end: `` or `/dolibarr/htdocs`. */
  readonly root: string;
  /** Whose session it is. */
  readonly user: User;
  readonly words: Words;
  readonly query: URLSearchParams;
  /** True for a telephone's user agent: two tabs are shown, numbers are links. */
  readonly phoneLayout: boolean;
  readonly token: string;
}

export const DEFAULT_LANGUAGE = 'fr_FR';

/** Local date as the pages write it, Europe/Paris. */
export function dateText(page: Page, epoch: number, withTime: boolean): string {
  const language = page.instance.options.language ?? DEFAULT_LANGUAGE;
  return new Intl.DateTimeFormat(language.replace('_', '-'), {
    timeZone: 'Europe/Paris',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
  }).format(epoch * 1000);
}
