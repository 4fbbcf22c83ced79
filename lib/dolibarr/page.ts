/**
 * What a page of Dolibarr says about itself. This file runs on every page of a Dolibarr, so it is small and imports
 * nothing. Structure of the pages: section 7 of the Dolibarr notes (14 to 24).
 */
export interface PartyRef {
  kind: 'thirdparty' | 'contact';
  id: number;
}

export interface DolibarrPage {
  /** address without a slash at the end, sub-folder included */
  root: string;
  /** as Dolibarr writes it: fr_FR; two letters when the page tells no more. Letters, digits, - and _ alone */
  language: string;
  /** 23.0.0-beta; '' when the page hides it */
  version: string;
  /** id of the user who is logged in; 0 when the page does not tell */
  user: number;
  /** 1 without Multicompany */
  entity: number;
  /** eldy or md, or a theme of somebody's own */
  theme: string;
  /** the tab bar, when this page has that of a thirdparty or contact */
  bar: Element | undefined;
  /** whose tab bar it is */
  party: PartyRef | undefined;
}

/** Undefined for anything but a page to work on: other programs, login, print, pop-up and framed pages. */
export function readDolibarrPage(window: Window): DolibarrPage | undefined {
  const { document, location } = window;
  if (window.top !== window) return undefined;
  if (/[?&](?:optioncss=print|dol_openinpopup=|dol_hide_topmenu=[^0&])/.test(location.search)) return undefined;
  const author = document.querySelector('meta[name="author"]')?.getAttribute('content');
  if (!/^Dolibarr Development Team/.test(author ?? '') && !document.querySelector('body#mainbody')) return undefined;
  if (document.querySelector('body.bodylogin, form#login input[name="actionlogin"]')) return undefined;

  const style = document.querySelector('link[href*="/theme/"][href*="/style.css.php"]')?.getAttribute('href');
  if (!style) return undefined;
  const url = new URL(style, location.href);
  const root = url.origin + url.pathname.slice(0, url.pathname.lastIndexOf('/theme/'));
  if (url.origin !== location.origin || !location.href.startsWith(`${root}/`)) return undefined;

  // while a card is edited, the bar stands inside the form (seen on 14 and 23)
  const tabs = document.querySelector('div.fiche > div.tabs, div.fiche > form > div.tabs');
  const party = tabs ? partyOfBar(tabs, root, location.href) : undefined;
  const asked = url.searchParams;
  return {
    root,
    language: (asked.get('lang') || document.documentElement.lang).replace(/[^\w-].*/s, '').slice(0, 35),
    version: asked.get('version') ?? versionOf(document),
    user: Number(asked.get('userid')) || 0,
    entity: Number(asked.get('entity')) || 1,
    theme: asked.get('theme') || (url.pathname.split('/').at(-2) ?? ''),
    bar: tabs && party ? tabs : undefined,
    party,
  };
}

/** Every tab bar of a thirdparty or contact has the tab `card`; on an invoice it is the invoice's. */
function partyOfBar(bar: Element, root: string, page: string): PartyRef | undefined {
  const href = bar.querySelector('a#card')?.getAttribute('href');
  if (!href) return undefined;
  const url = new URL(href, page);
  const path = url.href.slice(root.length).split('?')[0];
  return path === '/societe/card.php' || path === '/contact/card.php' ? partyOfAddress(url.href, root) : undefined;
}

function versionOf(document: Document): string {
  for (const link of document.querySelectorAll('link[href*="version="], script[src*="version="]')) {
    const address = link.getAttribute('href') ?? link.getAttribute('src') ?? '';
    const version = /[?&]version=([^&]+)/.exec(address)?.[1];
    if (version && address.includes('.php')) return decodeURIComponent(version);
  }
  return '';
}

/** The party's card with its Calls tab open; `root` without a slash at the end. */
export function callsAddress(root: string, { kind, id }: PartyRef): string {
  const card = kind === 'thirdparty' ? `/societe/card.php?socid=${id}` : `/contact/card.php?id=${id}`;
  return `${root}${card}#calls`;
}

/** Fragment of a card that is to go on to Dolibarr's merging of thirdparties: its own link has a token that only the page knows. */
export const mergeFragment = '#calls-merge';

/** Where another thirdparty can be merged into this one, once the page's own button is followed. */
export function mergeAddress(root: string, id: number): string {
  return `${root}/societe/card.php?socid=${id}${mergeFragment}`;
}

/** Pages of /societe/ that call the thirdparty `id`; on others `id` is something else's (a bank account, a partner). */
const idPages = /^\/societe\/(?:card|contact|document|price|note|societecontact|website)\.php$/;
/** Of these, the ones that prefer `id` where there are both. */
const idFirst = /^\/societe\/(?:note|societecontact|website)\.php$/;

/**
 * Whose page an address is, from the address alone; undefined when it does not say, or does not lie below `root`.
 * The background judges a sender by this: nothing of the page's own making goes in.
 */
export function partyOfAddress(address: string, root: string): PartyRef | undefined {
  const [path, url] = pathBelow(address, root);
  if (!url || !path.endsWith('.php') || /^\/(?:api|public)\//.test(path)) return undefined;

  const id = idOf(url, 'id');
  if (path.startsWith('/contact/')) return id ? { kind: 'contact', id } : undefined;
  const socid = idOf(url, 'socid');
  let thirdparty = socid;
  if (path === '/comm/card.php' || path === '/fourn/card.php' || idPages.test(path)) {
    thirdparty = idFirst.test(path) ? id || socid : socid || id;
  } else if (path === '/resource/element_resource.php' && url.searchParams.get('element') === 'societe') {
    thirdparty = idOf(url, 'element_id');
  }
  return thirdparty ? { kind: 'thirdparty', id: thirdparty } : undefined;
}

/** A proposal, order, invoice or project, by the folder of its pages. */
export interface ObjectRef {
  folder: string;
  id: number;
}

const objectPage =
  /^\/(comm\/propal|commande|compta\/facture|projet)\/(?:card|contact|note|document|info|agenda|messaging|element|tasks)\.php$/;

/** Whose page an address is, when it is that of an object of trade; judged as above. */
export function objectOfAddress(address: string, root: string): ObjectRef | undefined {
  const [path, url] = pathBelow(address, root);
  const folder = url && objectPage.exec(path)?.[1];
  const id = folder ? idOf(url, 'id') || idOf(url, 'facid') : 0;
  return folder && id ? { folder, id } : undefined;
}

/** The path below the root; none for an address that does not lie there. */
function pathBelow(address: string, root: string): [string, URL] | ['', undefined] {
  if (!URL.canParse(address) || !URL.canParse(root)) return ['', undefined];
  const url = new URL(address);
  const base = new URL(root);
  const folder = base.pathname.replace(/\/+$/, '');
  const below = url.origin === base.origin && url.pathname.startsWith(`${folder}/`);
  return below ? [url.pathname.slice(folder.length), url] : ['', undefined];
}

/** A positive id that is given once, or 0. PHP takes the last of several; nothing here is left to such an accident. */
function idOf(url: URL, name: string): number {
  const values = url.searchParams.getAll(name);
  const value = values.length === 1 ? values[0] : undefined;
  return value && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : 0;
}
