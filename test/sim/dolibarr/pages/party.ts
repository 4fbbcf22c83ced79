import type { Party } from '../state';
import { banner, partyAbout } from './banner';
import { eventsOf, eventTable, messaging } from './events';
import { asHtml } from './html';
import { dateText, type Page } from './page';
import { phone } from './phone';
import { buttons, facts } from './table';
import { type Tab, tabBar } from './tabs';

/** The tabs of a thirdparty (section 7), with their counts. */
function tabsOf(page: Page, party: Party): Tab[] {
  const { words, instance } = page;
  const { state, version } = instance;
  const contacts = [...state.contacts.values()].filter((contact) => contact.socid === party.id).length;
  const events = eventsOf(page, (event) => event.socid === party.id).length;
  const tabs: Tab[] = [
    { id: 'card', text: words.thirdParty, path: `/societe/card.php?socid=${party.id}` },
    { id: 'contact', text: words.contacts, path: `/societe/contact.php?id=${party.id}`, count: contacts },
  ];
  if (party.client === 1 || party.client === 3)
    tabs.push({ id: 'customer', text: words.customer, path: `/comm/card.php?socid=${party.id}` });
  if (party.client === 2) tabs.push({ id: 'prospect', text: words.prospect, path: `/comm/card.php?socid=${party.id}` });
  if (party.fournisseur === 1)
    tabs.push({ id: 'supplier', text: words.supplier, path: `/fourn/card.php?socid=${party.id}` });
  tabs.push(
    { id: 'project', text: words.projects, path: `/societe/project.php?socid=${party.id}` },
    { id: 'consumption', text: words.related, path: `/societe/consumption.php?socid=${party.id}` },
    { id: 'rib', text: words.payment, path: `/societe/paymentmodes.php?socid=${party.id}` },
    { id: 'note', text: words.notes, path: `/societe/note.php?id=${party.id}` },
    { id: 'document', text: words.files, path: `/societe/document.php?socid=${party.id}` },
    {
      id: 'agenda',
      text: words.events,
      path: `/societe/${version >= 20 ? 'messaging' : 'agenda'}.php?socid=${party.id}`,
      count: events,
    },
  );
  return tabs;
}

/** Everything above and around the content of one thirdparty tab. */
function frame(page: Page, party: Party, active: string, content: string, after = ''): string {
  const others = [...page.instance.state.parties.keys()].sort((a, b) => a - b);
  const place = others.indexOf(party.id);
  const href = (id: number | undefined) =>
    id === undefined ? undefined : `${page.query.get('id') === null ? '?socid' : '?id'}=${id}`;
  const area = page.instance.version >= 20 ? ' id="dragDropAreaTabBar"' : '';
  return `${tabBar(page, tabsOf(page, party), active, 'company')}<div${area} class="tabBar tabBarWithBottom">
${banner(page, {
  picture: 'building',
  name: party.name,
  about: partyAbout(page, party),
  back: `${page.root}/societe/list.php?restore_lastsearch_values=1`,
  previous: href(others[place - 1]),
  next: href(others[place + 1]),
  status: page.words.open,
  noBottom: active === 'contact',
})}${content}
</div>
${after}`;
}

/** /societe/card.php */
export function partyCard(page: Page, party: Party): string {
  const { words } = page;
  if (page.query.get('action') === 'edit') return editForm(page, party);
  const nature =
    party.client & 1
      ? '<span class="customer-back">C</span>'
      : party.client & 2
        ? '<span class="prospect-back">P</span>'
        : '';
  const content = facts(
    [
      [words.nature, nature],
      [words.customerCode, asHtml(party.code_client)],
      [`${words.profId} 1 (SIREN)`, ''],
      [`${words.profId} 2 (SIRET)`, ''],
      [`${words.profId} 3 (NAF-APE)`, ''],
      [words.vat, ''],
    ],
    [
      [words.type, ''],
      [words.staff, ''],
      [words.capital, ''],
      [words.parent, ''],
      [words.representatives, `<span class="opacitymedium">${asHtml(words.noRepresentative)}</span>`],
    ],
  );
  const here = `${page.root}/societe/card.php?socid=${party.id}`;
  const actions = buttons([
    [words.sendMail, `${here}&action=presend`],
    [words.modify, `${here}&action=edit`],
    ...(page.instance.version >= 20 ? ([[words.clone, `${here}&action=clone`]] as const) : []),
    [words.merge, `${here}&action=merge`, true],
    [words.remove, `${here}&action=delete`, true],
  ]);
  const events = eventsOf(page, (event) => event.socid === party.id).slice(0, 10);
  const files = `<table class="centpercent notopnoleftnoright table-fiche-title"><tr><td class="nobordernopadding valignmiddle col-title"><div class="titre inline-block">${asHtml(words.files)}</div></td></tr></table><div class="div-table-responsive-no-min"><table class="noborder centpercent"><tr class="liste_titre"><th>${asHtml(words.files)}</th></tr><tr class="oddeven"><td><span class="opacitymedium">${asHtml(words.none)}</span></td></tr></table></div>`;
  const foot = `<div class="fichecenter"><div class="fichehalfleft">${files}</div><div class="fichehalfright">${eventTable(page, events, words.lastEvents)}</div></div>`;
  return frame(page, party, 'card', content, actions + foot);
}

/** The form encloses the tab bar, and there is no banner (seen on 14 and 23). */
function editForm(page: Page, party: Party): string {
  const field = (name: string, label: string, value: string) =>
    `<tr><td class="titlefield"><label for="${name}">${asHtml(label)}</label></td><td><input type="text" name="${name}" id="${name}" value="${asHtml(value)}"></td></tr>`;
  const mobile = page.instance.version >= 20 ? field('phone_mobile', page.words.mobile, party.phone_mobile) : '';
  const fields = `${field('name', page.words.name, party.name)}${field('phone', page.words.phone, party.phone)}${mobile}${field('fax', page.words.fax, party.fax)}`;
  return `<form name="formsoc" method="POST" action="${page.root}/societe/card.php?socid=${party.id}"><input type="hidden" name="token" value="${page.token}"><input type="hidden" name="action" value="update">
${tabBar(page, tabsOf(page, party), 'card', 'company')}<div class="tabBar"><table class="border tableforfield centpercent">${fields}</table></div>
<button class="button" type="submit" name="save">${asHtml(page.words.save)}</button></form>`;
}

/** /societe/messaging.php (20 and later) and /societe/agenda.php */
export function partyEvents(page: Page, party: Party, view: 'messaging' | 'list'): string {
  const events = eventsOf(page, (event) => event.socid === party.id);
  const about = facts(
    [
      [page.words.created, `Super Admin - ${asHtml(dateText(page, party.datec, true))}`],
      [page.words.modified, asHtml(dateText(page, party.tms, true))],
    ],
    [],
  );
  const hidden = `<input type="hidden" name="socid" value="${party.id}">`;
  const list = view === 'messaging' ? messaging(page, events) : eventTable(page, events, page.words.eventsOf);
  return frame(page, party, 'agenda', about + hidden, list);
}

/** /societe/contact.php */
export function partyContacts(page: Page, party: Party): string {
  const contacts = [...page.instance.state.contacts.values()].filter((contact) => contact.socid === party.id);
  const rows = contacts.map(
    (contact) =>
      `<tr class="oddeven"><td><a class="refurl" href="${page.root}/contact/card.php?id=${contact.id}">${asHtml(`${contact.lastname} ${contact.firstname}`)}</a></td><td>${asHtml(contact.poste)}</td><td>${phone(page, contact.phone_pro, 'phone')}${phone(page, contact.phone_perso, 'phone')}${phone(page, contact.phone_mobile, 'mobile')}</td></tr>`,
  );
  const table = `<input type="hidden" name="socid" value="${party.id}"><div class="div-table-responsive"><table class="tagtable noborder liste centpercent"><tr class="liste_titre"><th>${asHtml(page.words.name)}</th><th>${asHtml(page.words.position)}</th><th>${asHtml(page.words.phone)}</th></tr>${rows.join('')}</table></div>`;
  return frame(page, party, 'contact', '', table);
}

/** /societe/note.php */
export function partyNotes(page: Page, party: Party): string {
  const notes = facts([[page.words.publicNote, party.note_public]], [[page.words.privateNote, party.note_private]]);
  return frame(page, party, 'note', notes);
}

/** Any other tab: the frame and little in it. */
export function partyOther(page: Page, party: Party, active: string): string {
  return frame(page, party, active, facts([[page.words.customerCode, asHtml(party.code_client)]], []));
}
