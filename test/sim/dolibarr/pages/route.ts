import { stored } from '../seed';
import type { Contact, Party } from '../state';
import { contactCard } from './contact';
import { contactList, homePage, invoiceCard, partyList } from './lists';
import type { Page } from './page';
import { partyCard, partyContacts, partyEvents, partyNotes, partyOther } from './party';
import { shell } from './shell';

/** Paths of the other tabs of a thirdparty, and which tab they light. */
const OTHER_TABS: Readonly<Record<string, string>> = {
  '/comm/card.php': 'customer',
  '/fourn/card.php': 'supplier',
  '/societe/project.php': 'project',
  '/societe/consumption.php': 'consumption',
  '/societe/paymentmodes.php': 'rib',
  '/societe/document.php': 'document',
};

const CONTACT_TABS: Readonly<Record<string, string>> = {
  '/contact/card.php': 'card',
  '/contact/perso.php': 'perso',
  '/contact/project.php': 'project',
  '/contact/consumption.php': 'consumption',
  '/contact/note.php': 'note',
  '/contact/document.php': 'documents',
  '/contact/agenda.php': 'agenda',
  '/contact/messaging.php': 'agenda',
};

/** The page at a path below the web root; undefined = there is none (404). */
export function route(page: Page, path: string): string | undefined {
  const fiche = ficheOf(page, path);
  if (fiche === undefined) return undefined;
  const menu = path === '/index.php' || path === '/' ? 'home' : path.startsWith('/compta') ? 'billing' : 'companies';
  return shell(page, titleOf(page, path), fiche, menu);
}

function ficheOf(page: Page, path: string): string | undefined {
  const { state, version } = page.instance;
  if (path === '/' || path === '/index.php') return homePage(page);
  if (path === '/societe/list.php') return partyList(page);
  if (path === '/contact/list.php') return contactList(page);
  if (path.startsWith('/compta/facture/'))
    return invoiceCard(page, Number(page.query.get('id') ?? page.query.get('facid') ?? 42));
  const contactTab = CONTACT_TABS[path];
  if (contactTab !== undefined) {
    const contact: Contact | undefined = state.contacts.get(Number(page.query.get('id')));
    return contact && contactCard(page, contact, contactTab);
  }
  const party = partyOf(page, path);
  if (!party) return undefined;
  if (path === '/societe/card.php') return partyCard(page, party);
  if (path === '/societe/contact.php') return partyContacts(page, party);
  if (path === '/societe/note.php') return partyNotes(page, party);
  if (path === '/societe/agenda.php') return partyEvents(page, party, 'list');
  if (path === '/societe/messaging.php' && version >= 20) return partyEvents(page, party, 'messaging');
  const tab = OTHER_TABS[path];
  if (tab === undefined) return undefined;
  return partyOther(page, party, tab === 'customer' && party.client === 2 ? 'prospect' : tab);
}

/** `socid` or, on pages of /societe, `id` (section 7). */
function partyOf(page: Page, path: string): Party | undefined {
  const id = page.query.get('socid') ?? (path.startsWith('/societe/') ? page.query.get('id') : null);
  return page.instance.state.parties.get(Number(id));
}

const titleOf = (page: Page, path: string) => partyOf(page, path)?.name ?? `${page.words.home} - Menuiserie Duval`;

/** A form that was sent: only a thirdparty's numbers and name can be changed. Returns where to go next. */
export function submit(page: Page, path: string, form: URLSearchParams): string | undefined {
  const party = partyOf(page, path);
  if (path !== '/societe/card.php' || !party || form.get('action') !== 'update') return undefined;
  for (const name of ['phone', 'phone_mobile', 'fax'] as const) party[name] = stored(form.get(name) ?? party[name]);
  party.name = form.get('name') ?? party.name;
  party.tms = Math.floor(page.instance.now());
  return `${page.root}/societe/card.php?socid=${party.id}`;
}
