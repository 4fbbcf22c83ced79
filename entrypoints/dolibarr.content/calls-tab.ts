import { pageSize } from '../../components/panel/page-size';
import { readDolibarrPage } from '../../lib/dolibarr/page';
import { AppError } from '../../lib/errors';
import type { Answered, Ask } from '../../lib/questions/questions';
import { tabTexts } from '../../lib/text/tab-texts';
import { chooseLanguage, fill } from '../../lib/text/texts';
import { asksForAllCalls, asksForCalls, sharedPlace, tabAddress } from './address';
import { whenNumbersEdited } from './edits';
import { showFailure } from './failure';
import { addMenuEntry } from './menu-entry';
import { openAside } from './open-aside';
import { callsWorld, type FirstAnswer } from './panel-global';
import { clearPlace, createPlace } from './place';
import { showPlaying } from './playing-bar';
import { clearTab, createTab } from './tab';
import { warmUpFormats } from './warm-up';

interface CallsTabParts {
  window: Window;
  ask: Ask;
  /** calls back whenever the background knows something new */
  onChanged(listener: () => void): void;
  /** whether a recording sounds, as was told last */
  isSounding(): Promise<boolean>;
  /** ends everything and leaves the page as it was */
  signal: AbortSignal;
}

/** Puts the Calls tab into a page that has the tab bar of a thirdparty or contact; any other has the bar of what plays at the most. */
export function addCallsTab({ window, ask, onChanged, isSounding, signal }: CallsTabParts): void {
  const { location, history } = window;
  const at = sharedPlace(location.hash);
  if (at !== undefined) {
    // once: whoever loads the page anew wants the page
    history.replaceState(null, '', location.pathname + location.search);
    ask('page.allCalls', { at }).catch(() => undefined); // of another Dolibarr on the same host
  }
  const page = readDolibarrPage(window);
  if (!page) return;
  const { bar, party, root, user, theme, language: pageLanguage } = page;
  const showBar = () => showPlaying({ ask, isSounding, party, theme, pageLanguage }, window.document, signal);
  const language = chooseLanguage([pageLanguage]);
  const texts = tabTexts[language];
  const showAside = () => {
    const close = openAside(window, { root, pageLanguage, party }, ask);
    signal.addEventListener('abort', close);
    return close;
  };
  const showEntry = (): void => {
    const remove = addMenuEntry(window.document, texts.label, texts.menu, () => {
      // another Dolibarr on the same host, or an extension that is gone: it leads nowhere
      ask('page.allCalls', { at: '' }).catch(remove);
    });
    signal.addEventListener('abort', remove);
  };
  if (!bar || !party) {
    showEntry();
    showAside();
    showBar();
    return;
  }
  // A script that lives has heard of this one and is gone by now: what still stands here is a dead one's.
  clearPlace(window.document);
  clearTab(bar);
  const place = createPlace(bar);
  /** what else there is to say comes with the count; where nobody has answered, there are signs alone */
  let counted: Promise<Answered<'card.count'>['texts'] | undefined> = Promise.resolve(undefined);
  let closePanel: (() => void) | undefined;
  let isOpen = false;
  let closeBar: (() => void) | undefined;
  let closeAside: (() => void) | undefined;

  const open = async (): Promise<void> => {
    if (isOpen) return;
    isOpen = true;
    tab.setActive(true);
    // the opened panel has a player of its own
    closeBar?.();
    closeBar = undefined;
    const host = place.open();
    try {
      const coming = ask('card.panel', { party, language: pageLanguage });
      const first = asksForAllCalls(location.hash) ? askFirst() : undefined;
      // Not at once: what is asked leaves this page when its task has come to its end.
      setTimeout(() => warmUpFormats(language));
      await Promise.race([coming, panelCame()]);
      // closed again, or opened anew, while the panel's script was on its way
      if (!host.isConnected) return;
      if (!callsWorld.callsOpenPanel) throw new AppError('unexpected', { reason: 'panel' });
      closePanel = callsWorld.callsOpenPanel({
        host,
        party,
        root,
        user,
        theme,
        pageLanguage,
        ...(first ? { first } : {}),
      });
    } catch {
      // without the panel's script there is nobody else to say it
      const said = (await counted) ?? { failed: `⚠ ${texts.label}`, reload: '↻' };
      if (host.isConnected) showFailure(host, said, () => location.reload());
    }
  };
  /** The panel's script is there, after its texts. */
  const panelCame = () =>
    new Promise<void>((resolve) => {
      callsWorld.callsPanelCame = resolve;
    });
  /** The panel will ask for this as soon as it is there: the answer need not wait for that. */
  const askFirst = () => {
    const asked = { party, filter: {}, offset: 0, limit: pageSize };
    const answered = ask('card.calls', asked);
    const first: FirstAnswer = { asked, answered };
    answered.then(
      (answer) => {
        first.arrived = answer;
      },
      () => undefined, // the panel hears of it when it takes the answer
    );
    return first;
  };
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closePanel?.();
    closePanel = undefined;
    place.close();
    tab.setActive(false);
  };
  /** The address decides: a link, a bookmark, the back button and a click all come down to it. */
  const follow = (): void => {
    if (asksForCalls(location.hash)) {
      void open();
      return;
    }
    close();
    // on with what was begun in the panel, or on another page
    closeBar ??= showBar();
    closeAside ??= showAside();
  };

  const tab = createTab(bar, texts.label, tabAddress(bar, location.href), () => {
    if (!asksForCalls(location.hash)) history.pushState(null, '', '#calls');
    follow();
  });
  window.addEventListener('popstate', follow, { signal });
  window.addEventListener('hashchange', follow, { signal });
  const remove = (): void => {
    close();
    closeBar?.();
    closeAside?.();
    tab.remove();
  };
  signal.addEventListener('abort', remove);
  follow();

  const showCount = (): void => {
    const before = counted;
    counted = ask('card.count', { party, language: pageLanguage }).then(
      ({ count, texts: told }) => {
        tab.setCount(count, count > 0 ? fill(told.count, { count }, language) : '');
        return told;
      },
      (error: unknown) => {
        // Another Dolibarr on the same host, or a page whose address does not name its party: nothing to offer here.
        if (error instanceof AppError && error.code === 'forbidden') remove();
        // anything else: no badge; opened, the panel says why
        return before;
      },
    );
  };
  showCount();
  showEntry();
  // A number saved on this card counts as soon as the next page asks; no answer is waited for, the page is going.
  whenNumbersEdited(window.document, () => void ask('card.edited', { party }).catch(() => undefined), signal);
  onChanged(() => {
    // ten tabs in the background need no count
    if (window.document.visibilityState === 'visible') showCount();
  });
}
