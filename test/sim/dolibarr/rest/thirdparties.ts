import { setTimeout as wait } from 'node:timers/promises';
import { utcText } from '../../story/zone';
import { blankParty, stored } from '../seed';
import type { Party } from '../state';
import { may, type User } from '../user';
import { type Instance, type RestCall, refusalCode } from './context';
import { RestError } from './error';
import type { Columns } from './filter';
import { list } from './list';
import { takeCode } from './numbering';
import { showParty } from './show';

/** Routes of /thirdparties (section 2). */
export function thirdparties(instance: Instance, call: RestCall): unknown {
  const [, id, email] = call.path;
  need(instance, call.user, 'societe.lire');
  if (id === undefined && call.method === 'GET') return listParties(instance, call);
  if (id === undefined && call.method === 'POST') return create(instance, call);
  if (id === 'email' && call.method === 'GET') {
    const found = visible(instance, call.user).find((party) => party.email === email);
    if (!found) throw new RestError(404, 'Thirdparty not found');
    return showParty(found, instance);
  }
  if (id === undefined || !/^\d+$/.test(id)) throw new RestError(404, 'Not Found');
  // the right is asked for first, whether there is such a thirdparty or not (tried on 14 to 24)
  if (call.method === 'DELETE') need(instance, call.user, 'societe.supprimer');
  if (call.method === 'PUT') need(instance, call.user, 'societe.creer');
  const party = instance.state.parties.get(Number(id));
  if (!party) throw new RestError(404, 'Thirdparty not found');
  if (!visible(instance, call.user).includes(party)) {
    throw new RestError(
      refusalCode(instance.version),
      `Access not allowed for login ${call.user.login} on this thirdparty`,
    );
  }
  if (call.method === 'GET') return showParty(party, instance);
  if (call.method === 'PUT') return update(instance, call, party);
  if (call.method === 'DELETE') return remove(instance, party);
  throw new RestError(404, 'Not Found');
}

export function need(instance: Instance, user: User, right: string): void {
  if (!may(user, right)) throw new RestError(refusalCode(instance.version), `Insufficient rights (${right})`);
}

/** Without the right to see all customers, those one represents. */
export function visible({ state }: Instance, user: User): Party[] {
  const all = [...state.parties.values()];
  if (may(user, 'societe.client.voir')) return all;
  return all.filter((party) => state.representatives.get(party.id)?.has(user.id));
}

function listParties(instance: Instance, call: RestCall): unknown {
  const mode = call.query.get('mode') ?? '0';
  const items = visible(instance, call.user).filter((party) => {
    if (mode === '1') return (party.client & 1) !== 0;
    if (mode === '2') return (party.client & 2) !== 0;
    if (mode === '3') return party.client === 0;
    return mode !== '4' || party.fournisseur === 1;
  });
  return list(instance, call, {
    items,
    columns: (party) => columnsOf(party, instance),
    show: (party) => showParty(party, instance),
    key: 't.rowid',
    whenEmpty: instance.version >= 22 ? 'No third parties found' : 'Thirdparties not found',
  });
}

/** llx_societe; `phone_mobile` is a column since version 20. */
function columnsOf(party: Party, { version }: Instance): Columns {
  return {
    rowid: party.id,
    nom: party.name,
    phone: party.phone,
    ...(version >= 20 ? { phone_mobile: party.phone_mobile } : {}),
    fax: party.fax,
    email: party.email,
    zip: party.zip,
    town: party.town,
    client: party.client,
    fournisseur: party.fournisseur,
    ref_ext: party.ref_ext,
    code_client: party.code_client,
    code_fournisseur: party.code_fournisseur,
    entity: 1,
    status: 1,
    tms: utcText(party.tms),
    datec: utcText(party.datec),
  };
}

function create(instance: Instance, call: RestCall): number | Promise<number> {
  need(instance, call.user, 'societe.creer');
  if (typeof call.body['name'] !== 'string' || call.body['name'] === '') throw new RestError(400, 'name field missing');
  const now = Math.floor(instance.now());
  const party = blankParty(instance.state.nextId('party'), now);
  assign(instance, party, call.body);
  party.code_client = takeCode(instance, party, 'code_client', call.body['code_client']);
  party.code_fournisseur = takeCode(instance, party, 'code_fournisseur', call.body['code_fournisseur']);
  const { slowCommit } = instance.options;
  const commit = () => {
    instance.state.parties.set(party.id, party);
    return party.id;
  };
  return slowCommit ? wait(slowCommit()).then(commit) : commit();
}

function update(instance: Instance, call: RestCall, party: Party): unknown {
  assign(instance, party, call.body);
  party.tms = Math.floor(instance.now());
  return showParty(party, instance);
}

function remove(instance: Instance, party: Party): unknown {
  instance.state.parties.delete(party.id);
  for (const contact of [...instance.state.contacts.values()]) {
    if (contact.socid === party.id) instance.state.contacts.delete(contact.id);
  }
  return instance.version < 20 ? 1 : { success: { code: 200, message: 'Object deleted' } };
}

const TEXTS = ['name', 'fax', 'email', 'address', 'zip', 'town', 'ref_ext'] as const;

/** A partial merge: what is not sent stays, what is not known is ignored. */
function assign(instance: Instance, party: Party, body: Readonly<Record<string, unknown>>): void {
  const text = (name: string) => (body[name] === undefined || body[name] === null ? undefined : String(body[name]));
  const longest = instance.version < 22 ? 20 : 30;
  for (const name of ['phone', 'phone_mobile'] as const) {
    const value = text(name);
    if (value === undefined || (name === 'phone_mobile' && instance.version < 20)) continue;
    // Too long: strict SQL refuses it from 20 on, before that the old value stays without a word.
    if (stored(value).length > longest && instance.version >= 20)
      throw new RestError(500, 'Error when updating thirdparty');
    if (stored(value).length <= longest) party[name] = stored(value);
  }
  for (const name of TEXTS) party[name] = text(name) ?? party[name];
  for (const name of ['note_public', 'note_private'] as const) {
    const value = text(name);
    if (value !== undefined)
      party[name] = instance.version < 20 ? value : value.replace(/<script[^>]*>.*?<\/script>/gis, '');
  }
  if (body['client'] !== undefined) party.client = Number(body['client']);
  if (body['fournisseur'] !== undefined) party.fournisseur = Number(body['fournisseur']);
  const options = body['array_options'];
  if (typeof options === 'object' && options !== null) {
    // Before 18 a partial supply wiped the others (section 2).
    if (instance.version < 20) party.array_options = {};
    for (const [name, value] of Object.entries(options)) party.array_options[name] = String(value);
  }
}
