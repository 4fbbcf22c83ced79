import { leftover } from './leftover';

/** Where the panel stands while its tab is open. */
export interface Place {
  /** hides the fiche below the banner and puts an empty element there */
  open(): HTMLElement;
  /** takes the element away and shows everything as it was */
  close(): void;
}

/** The banner stays, everything of the fiche after it makes room. In an edit form, which has no banner, the bar is the border. */
export function createPlace(bar: Element): Place {
  const { ownerDocument: document } = bar;
  const fiche = bar.closest('.fiche') ?? bar.parentElement ?? document.body;
  let host: HTMLElement | undefined;
  let hidden: HTMLElement[] = [];

  return {
    open() {
      if (host) return host;
      const border = bannerAfter(bar, fiche) ?? bar;
      // the last calls in the banner say again what the panel says
      const last = document.querySelectorAll<HTMLElement>('.calls-for-dolibarr-last');
      for (const element of [...last, ...allAfter(border, fiche)]) {
        hidden.push(element);
        hide(element);
      }
      host = document.createElement('div');
      host.className = 'calls-for-dolibarr';
      border.after(host);
      return host;
    },
    close() {
      host?.remove();
      host = undefined;
      for (const element of hidden) show(element);
      hidden = [];
    },
  };
}

/** Gives the fiche back that a dead script has left hidden, and takes its panel away. */
export function clearPlace(document: Document): void {
  for (const host of document.querySelectorAll('.calls-for-dolibarr')) host.remove();
  for (const element of document.querySelectorAll<HTMLElement>(`[${leftover.hidden}]`)) show(element);
}

function hide(element: HTMLElement): void {
  const { style } = element;
  element.setAttribute(leftover.hidden, `${style.getPropertyValue('display')}/${style.getPropertyPriority('display')}`);
  // Dolibarr's own rules for these classes would win over the hidden attribute
  style.setProperty('display', 'none', 'important');
}

function show(element: HTMLElement): void {
  const [display = '', priority = ''] = (element.getAttribute(leftover.hidden) ?? '').split('/');
  element.removeAttribute(leftover.hidden);
  element.style.removeProperty('display');
  if (display) element.style.setProperty('display', display, priority);
}

/** The first banner that comes after the bar in this fiche. */
function bannerAfter(bar: Element, fiche: Element): Element | undefined {
  return [...fiche.querySelectorAll('.arearef')].find(
    (banner) => bar.compareDocumentPosition(banner) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

/** Every element after `border` on the way up to the fiche; what is invisible by nature is left alone. */
function allAfter(border: Element, fiche: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at: Element | null = border; at && at !== fiche; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      if (next instanceof HTMLElement && !next.matches('script, style, template, input[type="hidden"]'))
        found.push(next);
    }
  }
  return found;
}
