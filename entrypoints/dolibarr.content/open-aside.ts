import { objectOfAddress } from '../../lib/dolibarr/page';
import type { Ask, PartyRef } from '../../lib/questions/questions';
import { callsWorld } from './panel-global';

/** A page with a place for something of ours beside the tab: a thirdparty's main page, or that of an object of trade. */
interface AsidePage {
  root: string;
  pageLanguage: string;
  /** whose tab bar the page has */
  party: PartyRef | undefined;
}

/**
 * The last calls on a thirdparty's main page, a count on an invoice and its like. What draws them comes only there.
 * Returns what takes it away again, also while it is on its way.
 */
export function openAside(window: Window, page: AsidePage, ask: Ask): () => void {
  const { href } = window.location;
  const main = page.party?.kind === 'thirdparty' && href.startsWith(`${page.root}/societe/card.php?`);
  if (!main && !(page.party === undefined && objectOfAddress(href, page.root))) return () => undefined;
  let close: (() => void) | undefined;
  let over = false;
  ask('page.aside', { language: page.pageLanguage })
    .then(() => {
      if (!over) close = callsWorld.callsOpenAside?.(page);
    })
    .catch(() => undefined); // the tab and the menu lead to the calls all the same
  return () => {
    over = true;
    close?.();
  };
}
