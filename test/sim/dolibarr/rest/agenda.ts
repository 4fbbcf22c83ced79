import { utcText } from '../../story/zone';
import type { AgendaEvent } from '../state';
import { may, type User } from '../user';
import { type Instance, type RestCall, refusalCode } from './context';
import { RestError } from './error';
import type { Columns } from './filter';
import { list } from './list';
import { safeHtml } from './safe-html';
import { showEvent } from './show';

const TYPES = ['AC_TEL', 'AC_FAX', 'AC_EMAIL', 'AC_RDV', 'AC_EMAIL_IN', 'AC_INT', 'AC_OTH_AUTO', 'AC_OTH'];

/** Routes of /agendaevents (section 4). */
export function agenda(instance: Instance, call: RestCall): unknown {
  const { version, options, state } = instance;
  if (options.agenda === false && version >= 20) throw new RestError(403, 'Insufficient rights to read events');
  if (!may(call.user, 'agenda.myactions.read')) refuse(instance, 'Insufficient rights to read events');
  const [, id] = call.path;
  if (id === undefined && call.method === 'GET') return listEvents(instance, call);
  if (id === undefined && call.method === 'POST') return create(instance, call);
  const event = state.events.get(Number(id));
  // Asked before the event is looked for, so it answers about events that are not there (tried on 14 to 24).
  if (call.method === 'PUT') mayChange(instance, call);
  if (!event) throw new RestError(404, call.method === 'PUT' ? 'actioncomm not found' : 'Agenda Events not found');
  const mine = event.ownerId === call.user.id;
  if (call.method === 'GET') {
    if (!mine && !may(call.user, 'agenda.allactions.read')) refuse(instance, 'Access not allowed for login');
    return showEvent(event, instance);
  }
  if (call.method === 'PUT') return update(instance, call, event);
  if (call.method === 'DELETE') {
    if (!may(call.user, 'agenda.myactions.delete')) refuse(instance, 'Insufficient rights to delete your Agenda Event');
    if (!mine && !may(call.user, 'agenda.allactions.delete')) {
      refuse(instance, 'Insufficient rights to delete an Agenda Event of owner');
    }
    state.events.delete(event.id);
    return { success: { code: 200, message: 'Agenda Event deleted' } };
  }
  throw new RestError(404, 'Not Found');
}

function refuse({ version }: Instance, message: string): never {
  throw new RestError(refusalCode(version), message);
}

function listEvents(instance: Instance, call: RestCall): unknown {
  const users = (call.query.get('user_ids') ?? '').split(',').filter((id) => id !== '');
  const items = [...instance.state.events.values()].filter(
    (event) => users.length === 0 || users.includes(String(event.ownerId)),
  );
  return list(instance, call, {
    items,
    columns: columnsOf,
    show: (event) => showEvent(event, instance),
    key: 't.id',
    whenEmpty: instance.version < 20 ? 'No events found' : undefined,
  });
}

const columnsOf = (event: AgendaEvent): Columns => ({
  id: event.id,
  ref_ext: event.ref_ext,
  email_msgid: event.email_msgid,
  fk_soc: event.socid,
  fk_contact: event.contact_id,
  code: event.type_code,
  fk_action: event.type_code === 'AC_TEL' ? 1 : 40,
  label: event.label,
  datep: utcText(event.datep),
  percent: event.percentage,
  fk_user_action: event.ownerId,
  tms: utcText(event.tms),
});

/** The check that looks at the body alone: with his own id in it a user may overwrite anybody's event (section 4). */
function checkOwner(instance: Instance, user: User, owner: unknown): void {
  if (may(user, 'agenda.allactions.create') || String(owner ?? '') === String(user.id)) return;
  refuse(
    instance,
    `Insufficient rights to create an Agenda Event for owner id ${String(owner ?? '')} Your id is ${user.id}`,
  );
}

function create(instance: Instance, call: RestCall): number {
  const { version, state } = instance;
  const { body } = call;
  if (!may(call.user, 'agenda.myactions.create')) refuse(instance, 'Insufficient rights to create your Agenda Event');
  checkOwner(instance, call.user, body['userownerid']);
  for (const name of ['userownerid', 'type_code']) {
    if (body[name] === undefined || body[name] === '') {
      if (version >= 22) throw new RestError(400, `${name} field missing`);
      const cause = name === 'userownerid' ? 'ErrorActionCommPropertyUserowneridNotDefined' : 'ErrorActionCommBadType';
      throw new RestError(500, 'Error creating event', cause);
    }
  }
  if (!TYPES.includes(String(body['type_code'])))
    throw new RestError(500, 'Error creating event', 'ErrorActionCommBadType');
  // A fatal error of PHP in version 14: no body at all.
  if (body['extraparams'] !== undefined && version === 14) throw new RestError(500, '');
  const event: AgendaEvent = {
    id: state.nextId('event'),
    ownerId: Number(body['userownerid']),
    type_code: String(body['type_code']),
    label: '',
    note: '',
    datep: Math.floor(instance.now()),
    datef: undefined,
    percentage: -1,
    socid: 0,
    contact_id: 0,
    location: '',
    ref_ext: String(body['ref_ext'] ?? '').slice(0, 255),
    email_msgid: '',
    tms: Math.floor(instance.now()),
  };
  assign(event, body, version);
  state.events.set(event.id, event);
  return event.id;
}

function mayChange(instance: Instance, call: RestCall): void {
  if (!may(call.user, 'agenda.myactions.create')) refuse(instance, 'Insufficient rights to create your Agenda Event');
  checkOwner(instance, call.user, call.body['userownerid']);
}

function update(instance: Instance, call: RestCall, event: AgendaEvent): unknown {
  if (call.body['userownerid'] !== undefined) event.ownerId = Number(call.body['userownerid']);
  assign(event, call.body, instance.version);
  event.tms = Math.floor(instance.now());
  return showEvent(event, instance);
}

function assign(event: AgendaEvent, body: Readonly<Record<string, unknown>>, version: number): void {
  const has = (name: string) => body[name] !== undefined && body[name] !== null;
  if (has('label')) {
    const plain = String(body['label']).replace(/<[^>]*>/g, '');
    event.label = plain.length > 128 ? `${plain.slice(0, 128)}…` : plain;
  }
  // The tables of 14 and 16 hold three bytes a sign: what needs four becomes question marks. From 20 on, signs that cannot
  // be seen are taken out (both seen).
  const note = (name: string) =>
    version < 20
      ? String(body[name]).replace(/[\u{10000}-\u{10ffff}]/gu, '????')
      : String(body[name]).replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
  if (has('note_private')) event.note = safeHtml(note('note_private'));
  else if (has('note')) event.note = safeHtml(note('note'));
  if (has('datep')) event.datep = Number(body['datep']);
  if (has('datef')) event.datef = Number(body['datef']);
  if (has('percentage')) event.percentage = Number(body['percentage']);
  if (has('socid')) event.socid = Number(body['socid']);
  if (has('contact_id')) event.contact_id = Number(body['contact_id']);
  // double quotes are taken out (seen on 14, 20 and 24)
  if (has('location')) event.location = String(body['location']).replaceAll('"', '').slice(0, 128);
  if (has('email_msgid')) event.email_msgid = String(body['email_msgid']).slice(0, 255);
}
