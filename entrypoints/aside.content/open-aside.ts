import { mergeFragment } from '../../lib/dolibarr/page';
import { whenChanged } from '../../lib/questions/changed';
import type { Ask } from '../../lib/questions/questions';
import type { AsideTexts } from '../../lib/text/text-files';
import type { OpenAside } from '../dolibarr.content/panel-global';
import { asideWords } from './aside-words';
import { showCount } from './count';
import { showLastCalls } from './last-calls';

/** Calls in the line: more would wrap. */
const MOST = 2;

export function createOpenAside(ask: Ask, texts: AsideTexts): OpenAside {
  return ({ party, root, pageLanguage }) => {
    if (party && location.hash === mergeFragment) goOnToMerge();
    const ended = new AbortController();
    const words = asideWords(texts, pageLanguage);
    let remove: (() => void) | undefined;
    const put = (drawn: (() => void) | undefined): void => {
      remove = drawn;
    };

    const draw = async (): Promise<void> => {
      if (party) {
        const { all, lines } = await ask('card.calls', { party, filter: {}, offset: 0, limit: MOST });
        if (ended.signal.aborted) return;
        remove?.();
        put(showLastCalls(document, { all, lines, now: Math.floor(Date.now() / 1000) }, words));
        return;
      }
      const found = await ask('page.object', undefined);
      if (ended.signal.aborted) return;
      remove?.();
      put(found && showCount(document, root, found, words));
    };
    // no line, then: the tab and the menu lead to the calls all the same
    const show = (): void => void draw().catch(() => undefined);

    show();
    whenChanged(() => {
      if (document.visibilityState === 'visible') show();
    }, ended.signal);
    return () => {
      ended.abort();
      remove?.();
    };
  };
}

/** Opens what Dolibarr's own button opens, where the user may merge: which thirdparty is chosen, and confirmed, there. */
function goOnToMerge(): void {
  const button = document.querySelector<HTMLAnchorElement>('.tabsAction a[href*="action=merge"]');
  if (button) location.replace(button.href);
}
