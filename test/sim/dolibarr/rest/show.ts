import type { AgendaEvent, Contact, Party } from '../state';
import type { Instance } from './context';

/** What Dolibarr says where a text column is empty: null, mostly. */
const orNull = (text: string) => (text === '' ? null : text);

/** `date_modification` is "" on 23 and 24 unless the object has extrafields (section 2). */
const modified = (instance: Instance, tms: number, extrafields: boolean) =>
  instance.version >= 23 && !extrafields ? '' : tms;

export function showParty(party: Party, instance: Instance): Record<string, unknown> {
  const { version } = instance;
  const options = Object.keys(party.array_options).length > 0;
  return {
    module: 'societe',
    id: String(party.id),
    entity: '1',
    import_key: null,
    array_options: options ? party.array_options : [],
    array_languages: null,
    contacts_ids: null,
    linkedObjects: null,
    country_id: '1',
    country_code: 'FR',
    state_id: null,
    region_id: null,
    barcode_type: null,
    ref: String(party.id),
    ref_ext: orNull(party.ref_ext),
    status: '1',
    name: party.name,
    name_alias: '',
    nom: party.name,
    address: party.address,
    zip: party.zip,
    town: party.town,
    phone: orNull(party.phone),
    ...(version >= 20 ? { phone_mobile: orNull(party.phone_mobile) } : {}),
    fax: orNull(party.fax),
    email: orNull(party.email),
    url: null,
    no_email: null,
    idprof1: '',
    idprof2: '',
    idprof3: '',
    idprof4: '',
    tva_assuj: '1',
    tva_intra: '',
    typent_code: 'TE_UNKNOWN',
    effectif: '',
    forme_juridique_code: '0',
    client: String(party.client),
    prospect: 0,
    fournisseur: String(party.fournisseur),
    code_client: orNull(party.code_client),
    code_fournisseur: orNull(party.code_fournisseur),
    note_public: orNull(version >= 22 ? party.note_public.replace(/&(?!amp;)/g, '&amp;') : party.note_public),
    note_private: orNull(version >= 22 ? party.note_private.replace(/&(?!amp;)/g, '&amp;') : party.note_private),
    default_lang: null,
    outstanding_limit: null,
    date_creation: party.datec,
    date_modification: modified(instance, party.tms, options),
    user_creation: null,
    lines: null,
    absolute_discount: null,
  };
}

export function showContact(contact: Contact, instance: Instance): Record<string, unknown> {
  return {
    module: null,
    id: String(contact.id),
    entity: '1',
    array_options: [],
    ref: String(contact.id),
    ref_ext: orNull(contact.ref_ext),
    statut: '1',
    ...(instance.version >= 23 ? { status: '1' } : {}),
    socid: String(contact.socid),
    socname: instance.state.parties.get(contact.socid)?.name ?? null,
    fk_soc: String(contact.socid),
    civility_code: null,
    civility: null,
    lastname: contact.lastname,
    firstname: contact.firstname,
    name: null,
    poste: contact.poste,
    address: null,
    zip: null,
    town: null,
    country_id: null,
    country_code: '',
    phone_pro: contact.phone_pro,
    phone_perso: contact.phone_perso,
    phone_mobile: contact.phone_mobile,
    fax: contact.fax,
    email: contact.email,
    priv: '0',
    birthday: '',
    note_public: null,
    note_private: null,
    mail: contact.email,
    date_creation: contact.datec,
    date_modification: modified(instance, contact.tms, false),
  };
}

/** `ref_ext` is never given back, `email_msgid` from 16 on; `durationp` is −1 whatever the database says (section 4). */
export function showEvent(event: AgendaEvent, instance: Instance): Record<string, unknown> {
  const { version, state } = instance;
  const owner = state.users.get(event.ownerId);
  return {
    id: String(event.id),
    ref: String(event.id),
    entity: '1',
    array_options: [],
    type_id: event.type_code === 'AC_TEL' ? '1' : '40',
    type_code: event.type_code,
    type: 'systemauto',
    code: event.type_code,
    label: event.label,
    datep: event.datep,
    datef: event.datef ?? '',
    durationp: -1,
    fulldayevent: '0',
    percentage: String(event.percentage),
    location: event.location,
    transparency: '0',
    priority: '0',
    note_private: version >= 22 ? event.note.replace(/&(?!\w+;|#)/g, '&amp;') : event.note,
    userownerid: String(event.ownerId),
    userassigned: { [event.ownerId]: { id: String(event.ownerId), mandatory: '0', transparency: '0' } },
    authorid: owner ? String(owner.id) : null,
    socid: event.socid === 0 ? null : String(event.socid),
    socpeopleassigned: event.contact_id === 0 ? [] : { [event.contact_id]: { id: String(event.contact_id) } },
    ...(version >= 16 ? { email_msgid: orNull(event.email_msgid) } : {}),
    datec: event.tms,
    datem: event.tms,
  };
}
