import { CONTACTS, PARTIES } from '../story/parties';
import { createKey } from './key';
import type { AgendaEvent, Contact, Party, State } from './state';
import { ALL_RIGHTS, SALES_RIGHTS, type User } from './user';

const DAY = 86_400;

/** The two users every instance has. */
export function seedUsers(state: State): { admin: User; sales: User } {
  const admin: User = {
    id: state.nextId('user'),
    login: 'admin',
    firstname: 'Super',
    lastname: 'Admin',
    admin: true,
    key: createKey(),
    password: 'admin-2026',
    rights: new Set(ALL_RIGHTS),
    disabled: false,
  };
  state.users.set(admin.id, admin);
  const sales: User = {
    id: state.nextId('user'),
    login: 'claire',
    firstname: 'Claire',
    lastname: 'Morel',
    admin: false,
    key: createKey(),
    password: 'claire-2026',
    rights: new Set(SALES_RIGHTS),
    disabled: false,
  };
  state.users.set(sales.id, sales);
  return { admin, sales };
}

/** The story's thirdparties and contacts, and the events Dolibarr makes by itself when they are entered. */
export function seedStory(state: State, now: number): void {
  const datec = now - 400 * DAY;
  for (const party of PARTIES) {
    state.parties.set(party.id, {
      ...blankParty(party.id, datec),
      name: party.name,
      phone: stored(party.phone),
      phone_mobile: stored(party.phoneMobile),
      fax: stored(party.fax),
      email: party.email,
      address: party.address,
      zip: party.zip,
      town: party.town,
      client: party.client,
      fournisseur: party.supplier ? 1 : 0,
      code_client: party.client > 0 ? `CU2511-${String(party.id).padStart(5, '0')}` : '',
      code_fournisseur: party.supplier ? `SU2511-${String(party.id).padStart(5, '0')}` : '',
    });
    addAutomatic(state, `Tiers ${party.name} créé`, party.id, 0, datec);
  }
  for (const contact of CONTACTS) {
    state.contacts.set(contact.id, {
      ...blankContact(contact.id, contact.partyId, datec),
      firstname: contact.firstname,
      lastname: contact.lastname,
      poste: contact.position,
      phone_pro: contact.phonePro,
      phone_perso: contact.phonePerso,
      phone_mobile: contact.phoneMobile,
      email: contact.email,
    });
    const label = `Contact ${contact.firstname} ${contact.lastname} créé`;
    addAutomatic(state, label, contact.partyId, contact.id, datec);
  }
  addAutomatic(state, 'Proposition PR2611-0007 envoyée par email', 1, 0, now - 6 * DAY);
  addAutomatic(state, 'Facture FA2611-0042 validée', 1, 0, now - 2 * DAY);
}

/** A thirdparty's number as it is stored on entry: spaces and dots are gone, the rest stays (section 2). */
export const stored = (phone: string): string => phone.replace(/[\s.]/g, '');

export function addAutomatic(state: State, label: string, socid: number, contactId: number, at: number): AgendaEvent {
  const event: AgendaEvent = {
    id: state.nextId('event'),
    ownerId: 1,
    type_code: 'AC_OTH_AUTO',
    label,
    note: label,
    datep: at,
    datef: at,
    percentage: -1,
    socid,
    contact_id: contactId,
    location: '',
    ref_ext: '',
    email_msgid: '',
    tms: at,
  };
  state.events.set(event.id, event);
  return event;
}

export const blankParty = (id: number, at: number): Party => ({
  id,
  name: '',
  phone: '',
  phone_mobile: '',
  fax: '',
  email: '',
  address: '',
  zip: '',
  town: '',
  client: 0,
  fournisseur: 0,
  code_client: '',
  code_fournisseur: '',
  ref_ext: '',
  note_public: '',
  note_private: '',
  datec: at,
  tms: at,
  array_options: {},
});

export const blankContact = (id: number, socid: number, at: number): Contact => ({
  id,
  socid,
  firstname: '',
  lastname: '',
  poste: '',
  phone_pro: '',
  phone_perso: '',
  phone_mobile: '',
  fax: '',
  email: '',
  ref_ext: '',
  datec: at,
  tms: at,
});
