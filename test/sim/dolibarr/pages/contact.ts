import type { Contact } from '../state';
import { banner, contactAbout } from './banner';
import { eventsOf, eventTable } from './events';
import { asHtml } from './html';
import type { Page } from './page';
import { buttons, facts } from './table';
import { tabBar } from './tabs';

/** /contact/card.php, and with another tab the rest of a contact's pages. */
export function contactCard(page: Page, contact: Contact, active = 'card'): string {
  const { words, instance } = page;
  const id = contact.id;
  const tabs = [
    { id: 'card', text: words.contact, path: `/contact/card.php?id=${id}` },
    { id: 'perso', text: words.personal, path: `/contact/perso.php?id=${id}` },
    { id: 'project', text: words.projects, path: `/contact/project.php?id=${id}` },
    { id: 'consumption', text: words.related, path: `/contact/consumption.php?id=${id}` },
    { id: 'note', text: words.note, path: `/contact/note.php?id=${id}` },
    { id: 'documents', text: words.files, path: `/contact/document.php?id=${id}` },
    {
      id: 'agenda',
      text: words.events,
      path: `/contact/${instance.version >= 20 ? 'messaging' : 'agenda'}.php?id=${id}`,
    },
  ];
  const all = [...instance.state.contacts.keys()].sort((a, b) => a - b);
  const place = all.indexOf(id);
  const href = (other: number | undefined) => (other === undefined ? undefined : `?id=${other}`);
  const here = `${page.root}/contact/card.php?id=${id}`;
  const content = facts(
    [
      [words.position, asHtml(contact.poste)],
      [words.visibility, asHtml(words.shared)],
    ],
    [],
  );
  const events = eventsOf(page, (event) => event.contact_id === id);
  return `${tabBar(page, tabs, active, 'contact')}<div class="tabBar tabBarWithBottom">
${banner(page, {
  picture: 'user',
  name: `${contact.firstname} ${contact.lastname}`,
  about: contactAbout(page, contact, instance.state.parties.get(contact.socid)),
  back: `${page.root}/contact/list.php?restore_lastsearch_values=1`,
  previous: href(all[place - 1]),
  next: href(all[place + 1]),
  status: words.open,
})}${content}
</div>
${buttons([
  [words.modify, `${here}&action=edit`],
  [words.remove, `${here}&action=delete`, true],
])}<div class="fichecenter"><div class="fichehalfleft"></div><div class="fichehalfright">${eventTable(page, events.slice(0, 10), words.lastEvents)}</div></div>`;
}
