import { utcText } from '../../story/zone';
import { blankContact } from '../seed';
import type { Contact } from '../state';
import type { Instance, RestCall } from './context';
import { RestError } from './error';
import type { Columns } from './filter';
import { list } from './list';
import { showContact } from './show';
import { need, visible } from './thirdparties';

/** Routes of /contacts (section 3). */
export function contacts(instance: Instance, call: RestCall): unknown {
  const [, id] = call.path;
  need(instance, call.user, 'societe.contact.lire');
  if (id === undefined && call.method === 'GET') return listContacts(instance, call);
  if (id === undefined && call.method === 'POST') {
    need(instance, call.user, 'societe.contact.creer');
    if (typeof call.body['lastname'] !== 'string' || call.body['lastname'] === '') {
      throw new RestError(400, 'lastname field missing');
    }
    const contact = blankContact(instance.state.nextId('contact'), 0, Math.floor(instance.now()));
    assign(contact, call.body);
    instance.state.contacts.set(contact.id, contact);
    return contact.id;
  }
  // the right is asked for first, whether there is such a contact or not (tried on 14 to 24)
  if (call.method === 'PUT') need(instance, call.user, 'societe.contact.creer');
  const contact = instance.state.contacts.get(Number(id));
  if (!contact) throw new RestError(404, 'Contact not found');
  if (call.method === 'GET') return showContact(contact, instance);
  if (call.method === 'PUT') {
    assign(contact, call.body);
    contact.tms = Math.floor(instance.now());
    return showContact(contact, instance);
  }
  if (call.method === 'DELETE') {
    need(instance, call.user, 'societe.contact.supprimer');
    instance.state.contacts.delete(contact.id);
    return instance.version < 20 ? 1 : { success: { code: 200, message: 'Contact deleted' } };
  }
  throw new RestError(404, 'Not Found');
}

function listContacts(instance: Instance, call: RestCall): unknown {
  const seen = new Set(visible(instance, call.user).map((party) => party.id));
  const wanted = (call.query.get('thirdparty_ids') ?? '').split(',').filter((id) => id !== '');
  const items = [...instance.state.contacts.values()].filter(
    ({ socid }) => (socid === 0 || seen.has(socid)) && (wanted.length === 0 || wanted.includes(String(socid))),
  );
  return list(instance, call, {
    items,
    columns: columnsOf,
    show: (contact) => showContact(contact, instance),
    key: 't.rowid',
    whenEmpty: instance.version <= 20 ? 'Contacts not found' : undefined,
  });
}

/** llx_socpeople: the business number's column is `phone`. */
const columnsOf = (contact: Contact): Columns => ({
  rowid: contact.id,
  lastname: contact.lastname,
  firstname: contact.firstname,
  poste: contact.poste,
  phone: contact.phone_pro,
  phone_perso: contact.phone_perso,
  phone_mobile: contact.phone_mobile,
  fax: contact.fax,
  email: contact.email,
  fk_soc: contact.socid,
  ref_ext: contact.ref_ext,
  statut: 1,
  tms: utcText(contact.tms),
  datec: utcText(contact.datec),
});

const TEXTS = [
  'firstname',
  'lastname',
  'poste',
  'phone_pro',
  'phone_perso',
  'phone_mobile',
  'fax',
  'email',
  'ref_ext',
] as const;

/** A partial merge; contacts keep numbers as they were typed. */
function assign(contact: Contact, body: Readonly<Record<string, unknown>>): void {
  for (const name of TEXTS) {
    if (body[name] !== undefined && body[name] !== null) contact[name] = String(body[name]);
  }
  if (body['socid'] !== undefined) contact.socid = Number(body['socid']);
}
