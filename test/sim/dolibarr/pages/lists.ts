import { partyOfInvoice } from '../invoices';
import { banner, partyLink } from './banner';
import { asHtml } from './html';
import type { Page } from './page';
import { phone } from './phone';
import { facts } from './table';
import { tabBar } from './tabs';

/** /societe/list.php */
export function partyList(page: Page): string {
  const { words, instance } = page;
  const rows = [...instance.state.parties.values()].map(
    (party) =>
      `<tr class="oddeven" data-rowid="${party.id}"><td class="tdoverflowmax300">${partyLink(page, party)}</td><td>${asHtml(party.town)}</td><td>${phone(page, party.phone, 'phone')}</td></tr>`,
  );
  return `<table class="centpercent notopnoleftnoright table-fiche-title"><tr><td class="nobordernopadding valignmiddle col-title"><div class="titre inline-block">${asHtml(words.thirdParties)} <span class="opacitymedium colorblack paddingleft">(${rows.length})</span></div></td></tr></table>
<div class="div-table-responsive"><table class="tagtable liste noborder centpercent"><tr class="liste_titre"><th>${asHtml(words.name)}</th><th>${asHtml(words.town)}</th><th>${asHtml(words.phone)}</th></tr>${rows.join('\n')}</table></div>`;
}

/** /contact/list.php */
export function contactList(page: Page): string {
  const { words, instance } = page;
  const rows = [...instance.state.contacts.values()].map((contact) => {
    const party = instance.state.parties.get(contact.socid);
    const name = asHtml(`${contact.lastname} ${contact.firstname}`);
    return `<tr class="oddeven"><td><a class="refurl" href="${page.root}/contact/card.php?id=${contact.id}">${name}</a></td><td>${party ? partyLink(page, party) : ''}</td></tr>`;
  });
  return `<table class="tagtable liste noborder centpercent"><tr class="liste_titre"><th>${asHtml(words.name)}</th><th>${asHtml(words.thirdParty)}</th></tr>${rows.join('\n')}</table>`;
}

/** /index.php */
export function homePage(page: Page): string {
  return `<table class="centpercent notopnoleftnoright table-fiche-title"><tr><td class="nobordernopadding valignmiddle col-title"><div class="titre inline-block">${asHtml(page.words.welcome)}</div></td></tr></table><div class="fichecenter"><a href="${page.root}/societe/list.php">${asHtml(page.words.thirdParties)}</a></div>`;
}

/** /compta/facture/card.php: the tabs are the invoice's, its id is no thirdparty's, and `.refidno` names the thirdparty. */
export function invoiceCard(page: Page, id: number): string {
  const { words, instance } = page;
  const party = partyOfInvoice(instance.state, id);
  const tabs = [
    { id: 'compta', text: words.invoice, path: `/compta/facture/card.php?facid=${id}` },
    { id: 'contact', text: words.invoiceContacts, path: `/compta/facture/contact.php?facid=${id}`, count: 1 },
    { id: 'standingorders', text: words.directDebit, path: `/compta/facture/prelevement.php?facid=${id}` },
    { id: 'note', text: words.notes, path: `/compta/facture/note.php?facid=${id}` },
    { id: 'documents', text: words.files, path: `/compta/facture/document.php?facid=${id}` },
    {
      id: 'agenda',
      text: words.events,
      path: `/compta/facture/${instance.version >= 20 ? 'messaging' : 'agenda'}.php?id=${id}`,
    },
  ];
  return `${tabBar(page, tabs, 'compta', 'bill')}<div class="tabBar tabBarWithBottom">
${banner(page, {
  picture: 'file-invoice-dollar',
  name: `FA2611-${String(id).padStart(4, '0')}`,
  about: party ? `${asHtml(words.thirdParty)} : ${partyLink(page, party)}` : '',
  back: `${page.root}/compta/facture/list.php`,
  previous: undefined,
  next: undefined,
  status: words.open,
})}${facts([[words.amount, '1 284,00 €']], [])}
</div>`;
}
