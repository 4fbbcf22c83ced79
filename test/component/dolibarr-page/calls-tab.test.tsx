import { afterEach, describe, expect, it, vi } from 'vitest';
import { addCallsTab } from '../../../entrypoints/dolibarr.content/calls-tab';
import { callsWorld, type PanelOpening } from '../../../entrypoints/dolibarr.content/panel-global';
import { AppError } from '../../../lib/errors';
import type { Ask } from '../../../lib/questions/questions';
import * as fr from '../../../lib/text/fr';
import { showEditForm, showInvoice, showNotes, showTelephone, showThirdparty } from './pages';

let ended = new AbortController();
afterEach(() => {
  ended.abort();
  ended = new AbortController();
  delete callsWorld.callsOpenPanel;
  delete callsWorld.callsOpenBar;
  history.replaceState(null, '', location.pathname);
});

interface Circumstances {
  /** below zero: what is kept cannot be opened */
  count?: number;
  panel?: 'here' | 'away';
  /** a recording plays somewhere in the browser */
  sounding?: boolean;
}

/** The small script on the page that is shown, with a background that knows `count` calls of its card. */
function start({ count = 23, panel = 'here', sounding = false }: Circumstances = {}) {
  const asked: { name: string; input: unknown }[] = [];
  const opened: PanelOpening[] = [];
  const known = { count };
  let closed = 0;
  let changed = (): void => undefined;
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    asked.push({ name, input });
    if (name === 'card.count' && known.count < 0) throw new AppError('store-broken');
    if (name === 'card.count') return { count: known.count, phase: 'idle', texts: fr.tabLater };
    if (name === 'card.playing') return undefined;
    if (name === 'page.playing') return { status: 'playing' };
    if (name === 'page.bar') {
      callsWorld.callsOpenBar = ({ host }) => {
        host.textContent = 'bar';
        return () => undefined;
      };
      return undefined;
    }
    if (panel === 'away') throw new AppError('invalid-question');
    callsWorld.callsOpenPanel = (opening) => {
      opened.push(opening);
      opening.host.textContent = 'panel';
      return () => {
        closed++;
      };
    };
    return undefined;
  };
  addCallsTab({
    window,
    ask: ask as Ask, // answers as the contract has them
    isSounding: async () => sounding,
    onChanged: (listener) => {
      changed = listener;
    },
    signal: ended.signal,
  });
  return { asked, opened, known, closed: () => closed, change: () => changed() };
}

const ours = (): HTMLAnchorElement | null => document.querySelector('div.tabs > .tabsElem a#calls');
const elem = (id: string): Element | null | undefined => document.querySelector(`a#${id}`)?.closest('.tabsElem');
const host = (): Element | null => document.querySelector('.calls-for-dolibarr');
const settled = (): Promise<void> => vi.waitFor(() => expect(host()?.textContent).toBe('panel'));
const isActive = (id: string): boolean =>
  elem(id)?.classList.contains('tabsElemActive') === true &&
  elem(id)?.querySelector('.tab')?.classList.contains('tabactive') === true;
const isShown = (selector: string): boolean => {
  const element = document.querySelector<HTMLElement>(selector);
  return element !== null && element.style.display !== 'none';
};
/** What the back button, a bookmark and a typed address come to: the address is another, and the page is told. */
const address = (hash: string): void => {
  history.replaceState(null, '', hash || location.pathname + location.search);
  window.dispatchEvent(new PopStateEvent('popstate'));
};
const click = (init: MouseEventInit = {}): MouseEvent => {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
  ours()?.dispatchEvent(event);
  return event;
};

describe('the Calls tab in the bar', () => {
  it('is the last one, made like Dolibarr’s, and has the number of calls', async () => {
    showThirdparty();
    start();
    expect(document.querySelector('div.tabs')?.lastElementChild).toBe(elem('calls'));
    expect(ours()?.className).toBe('tab inline-block valignmiddle');
    await vi.waitFor(() => expect(ours()?.querySelector('span.badge.marginleftonlyshort')?.textContent).toBe('23'));
    expect(ours()?.title).toBe('23 appels');
  });

  it('has no badge for no calls, as Dolibarr’s own tabs', async () => {
    showThirdparty();
    const { asked } = start({ count: 0 });
    await vi.waitFor(() => expect(asked.map(({ name }) => name)).toContain('card.count'));
    expect(ours()?.textContent).toBe('Appels');
  });

  it('counts again when there is something new', async () => {
    showThirdparty();
    const { known, change } = start();
    await vi.waitFor(() => expect(ours()?.textContent).toBe('Appels23'));
    known.count = 24;
    change();
    await vi.waitFor(() => expect(ours()?.textContent).toBe('Appels24'));
  });

  it('asks about the party of the page', () => {
    showNotes();
    const { asked } = start();
    expect(asked.length).toBeGreaterThan(0);
    for (const { input } of asked) expect(input).toMatchObject({ party: { kind: 'thirdparty', id: 2 } });
  });

  it('links to the card, never to an action of the page', () => {
    showNotes();
    start();
    expect(ours()?.href).toBe('https://erp.example/dolibarr/societe/card.php?socid=2#calls');
  });

  it('is not on an invoice either while a recording plays, but its bar is, and goes with the script', async () => {
    showInvoice();
    const { asked } = start({ sounding: true });
    await vi.waitFor(() => expect(document.querySelector('.calls-for-dolibarr-bar')?.textContent).toBe('bar'));
    expect(asked.map(({ name }) => name)).toEqual(['page.aside', 'page.playing', 'page.bar']);
    expect(ours()).toBeNull();
    ended.abort();
    expect(document.querySelector('.calls-for-dolibarr-bar')).toBeNull();
  });

  it('does not come to the tabs of an invoice, and names nobody there', () => {
    showInvoice();
    const { asked } = start();
    expect(ours()).toBeNull();
    expect(asked).toEqual([{ name: 'page.aside', input: { language: 'fr_FR' } }]);
  });

  it('comes once however often the script runs', () => {
    showThirdparty();
    start();
    start();
    expect(document.querySelectorAll('a#calls')).toHaveLength(1);
  });
});

describe('opening the tab', () => {
  it('puts the panel after the banner and hides the rest of the fiche', async () => {
    showThirdparty();
    const { opened } = start();
    const event = click();
    await settled();
    expect(event.defaultPrevented).toBe(true);
    expect(location.hash).toBe('#calls');
    expect(document.querySelector('.arearef')?.nextElementSibling).toBe(host());
    expect([isShown('.arearef'), isShown('.tabBar .fichecenter'), isShown('.tabsAction')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isActive('calls'), isActive('card')]).toEqual([true, false]);
    expect(opened[0]).toMatchObject({
      party: { kind: 'thirdparty', id: 2 },
      root: 'https://erp.example/dolibarr',
      pageLanguage: 'fr_FR',
    });
  });

  it('works on the spot from another tab than the card', async () => {
    showNotes();
    start();
    click();
    await settled();
    expect([isActive('calls'), isActive('note'), isActive('card')]).toEqual([true, false, false]);
    expect(location.pathname).toBe('/dolibarr/societe/note.php');
  });

  it('leaves a click with a key or the middle button to the browser', () => {
    showThirdparty();
    start();
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
      let prevented = true;
      const last = (seen: Event): void => {
        prevented = seen.defaultPrevented;
        seen.preventDefault(); // the test page has nowhere to go
      };
      document.addEventListener('click', last, { once: true });
      ours()?.dispatchEvent(event);
      expect(prevented).toBe(false);
    }
    expect(host()).toBeNull();
  });

  it('is open from the start behind a link to it, filters included', async () => {
    showThirdparty();
    history.replaceState(null, '', '#calls?outcome=missed');
    start();
    await settled();
    expect(isActive('calls')).toBe(true);
    expect(location.hash).toBe('#calls?outcome=missed');
  });

  it('has no banner to stand after in an edit form, and hides the form', async () => {
    showEditForm();
    start();
    click();
    await settled();
    expect(document.querySelector('div.tabs')?.nextElementSibling).toBe(host());
    expect(isShown('.tabBar')).toBe(false);
  });

  it('says so and offers to reload when the extension was updated meanwhile', async () => {
    showThirdparty();
    start({ panel: 'away' });
    click();
    await vi.waitFor(() => expect(host()?.querySelector('[role="alert"]')?.textContent).toContain('mise à jour'));
    expect(host()?.querySelector('button')?.textContent).toBe('Recharger la page');
  });

  it('where nobody has answered anything yet are signs, with the way to load the page again', async () => {
    showThirdparty();
    start({ count: -1, panel: 'away' });
    click();
    await vi.waitFor(() => expect(host()?.querySelector('[role="alert"]')?.textContent).toContain('⚠ Appels'));
    expect(host()?.querySelector('button')?.textContent).toBe('↻');
  });
});

describe('closing the tab', () => {
  it('with the back button shows everything as it was', async () => {
    showThirdparty();
    const before = document.querySelector('.fiche')?.innerHTML.replace(/\s+/g, '');
    const { closed } = start({ count: 0 });
    click();
    await settled();
    address('');
    expect(closed()).toBe(1);
    expect(host()).toBeNull();
    expect([isActive('calls'), isActive('card')]).toEqual([false, true]);
    expect(document.querySelector<HTMLElement>('.tabBar .fichecenter')?.style.getPropertyPriority('display')).toBe(
      'important',
    );
    expect(isShown('#late')).toBe(false);
    ended.abort();
    expect(document.querySelector('.fiche')?.innerHTML.replace(/\s+|style=""/g, '')).toBe(before);
  });

  it('lets the forward button open it again', async () => {
    showThirdparty();
    const { opened } = start();
    click();
    await settled();
    address('');
    address('#calls');
    await settled();
    expect(opened).toHaveLength(2);
  });

  it('before the panel has arrived leaves no panel behind', async () => {
    showThirdparty();
    const { asked, opened } = start();
    click();
    address('');
    await vi.waitFor(() => expect(asked.map(({ name }) => name)).toContain('card.panel'));
    await Promise.resolve();
    expect(opened).toEqual([]);
    expect(isShown('.tabsAction')).toBe(true);
  });
});

describe('after a script that died with its version of the extension', () => {
  /** The page without anybody listening to it: copies of the elements, as in Firefox, which tells the old script nothing. */
  const die = (): void => {
    const fiche = document.querySelector('.fiche');
    if (fiche) fiche.innerHTML = String(fiche.innerHTML);
  };

  it('a working tab and panel take the place of the dead ones', async () => {
    showThirdparty();
    start();
    click();
    await settled();
    die();
    const { opened } = start({ count: 24 });
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    expect(document.querySelectorAll('a#calls, .calls-for-dolibarr')).toHaveLength(2);
    await vi.waitFor(() => expect(ours()?.textContent).toBe('Appels24'));
    expect([isActive('calls'), isActive('card')]).toEqual([true, false]);
  });

  it('the fiche comes back as it was before the dead one hid it', async () => {
    showThirdparty();
    const before = document.querySelector('.fiche')?.innerHTML.replace(/\s+/g, '');
    start({ count: 0 });
    click();
    await settled();
    die();
    start({ count: 0 });
    await settled();
    address('');
    ended.abort();
    expect(document.querySelector('.fiche')?.innerHTML.replace(/\s+|style=""/g, '')).toBe(before);
  });

  it('the list under “…” has one line, counted once', async () => {
    showTelephone();
    start();
    die();
    start();
    expect(document.querySelectorAll('.popuptab')).toHaveLength(2);
    expect(document.querySelector('a.moretab')?.textContent).toBe('... (8)');
  });
});

describe('where Dolibarr lists tabs under “…”', () => {
  const listed = (): HTMLElement | null => document.querySelector('.popuptabset > .popuptab:last-child');
  const more = (): string | null | undefined => document.querySelector('a.moretab')?.textContent;

  it('stands in that list with its count, and not in the bar', async () => {
    showTelephone();
    start();
    expect(elem('calls')?.getAttribute('style')).toContain('none');
    expect(listed()?.style.display).toBe('inherit');
    expect(more()).toBe('... (8)');
    await vi.waitFor(() => expect(listed()?.textContent).toBe('Appels23'));
  });

  it('moves into the bar, before the “…”, while it is open', async () => {
    showTelephone();
    start();
    listed()
      ?.querySelector('a')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await settled();
    expect(elem('calls')?.nextElementSibling?.id).toBe('moretabscompany');
    expect([elem('calls')?.getAttribute('style') ?? '', listed()?.style.display, more()]).toEqual([
      '',
      'none',
      '... (7)',
    ]);
    address('');
    expect([listed()?.style.display, more()]).toEqual(['inherit', '... (8)']);
  });
});
