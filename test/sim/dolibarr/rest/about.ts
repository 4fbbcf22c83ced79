import { HOUSE } from '../../story/house';
import { VERSION_TEXT } from '../options';
import { may, nestedRights, type User } from '../user';
import { type Instance, type RestCall, refusalCode } from './context';
import { RestError } from './error';
import { list } from './list';

/** `GET /status`: needs a key and no right (section 1). */
export function status({ version, options, now }: Instance): unknown {
  const dolibarr_version = VERSION_TEXT[version];
  if (version < 20) return { success: { code: 200, dolibarr_version, access_locked: '0' } };
  const seconds = Math.floor(now());
  return {
    success: {
      code: 200,
      dolibarr_version,
      access_locked: '0',
      environment: 'non-production',
      timestamp_now_utc: seconds,
      timestamp_php_tz: 'UTC',
      date_tz: new Date(seconds * 1000).toISOString().slice(0, 19),
      ...(options.folder === undefined ? {} : { path: options.folder }),
    },
  };
}

/** Routes of /users: the caller himself, by `info` or by his login. */
export function users(instance: Instance, call: RestCall): unknown {
  const [, which, login] = call.path;
  const { version, state } = instance;
  const mayRead = call.user.admin || may(call.user, 'user.user.lire');
  if (call.method !== 'GET') throw new RestError(404, 'Not Found');
  if (which === 'info') {
    const allowed = mayRead || (version > 14 && may(call.user, 'user.self.creer'));
    if (!allowed) throw new RestError(refusalCode(version), 'Insufficient rights to read an user');
    return showUser(call.user, call.query.get('includepermissions') === '1');
  }
  if (which === undefined || which === '') {
    if (!mayRead) throw new RestError(refusalCode(version), 'You are not allowed to read list of users');
    return list(instance, call, {
      items: [...state.users.values()],
      columns: ({ id: rowid, login, lastname, disabled }) => ({ rowid, login, lastname, statut: disabled ? 0 : 1 }),
      show: (user) => showUser(user, false),
      key: 't.rowid',
      whenEmpty: 'No User found',
    });
  }
  const user = [...state.users.values()].find(
    (one) => (which === 'login' && one.login === login) || String(one.id) === which,
  );
  const himself = user === call.user && which === 'login' && version >= 16;
  if (!mayRead && !himself) throw new RestError(refusalCode(version), 'Not allowed');
  if (!user) throw new RestError(404, 'User not found');
  return showUser(user, call.query.get('includepermissions') === '1');
}

function showUser(user: User, withRights: boolean): Record<string, unknown> {
  return {
    id: String(user.id),
    entity: '1',
    ref: String(user.id),
    statut: user.disabled ? '0' : '1',
    login: user.login,
    lastname: user.lastname,
    firstname: user.firstname,
    email: `${user.login}@menuiserie-duval.example`,
    admin: user.admin ? '1' : '0',
    lang: null,
    office_phone: '',
    user_mobile: '',
    clicktodial_login: null,
    clicktodial_poste: null,
    clicktodial_url: null,
    user_group_list: [],
    // Empty unless asked for; the same nested objects from 14 to 24.
    rights: withRights ? nestedRights(user) : {},
  };
}

/** Routes of /setup. */
export function setup(instance: Instance, call: RestCall): unknown {
  const route = call.path.slice(1).join('/');
  if (route === 'company' || route === 'modules') {
    if (!call.user.admin) throw new RestError(refusalCode(instance.version), 'Error API open to admin users only');
    if (route === 'modules') return ['societe', 'agenda', 'api', 'facture', 'projet'];
    return { country_code: 'FR', country_id: '1', name: HOUSE.name, phone: HOUSE.did, town: 'Angers' };
  }
  if (route === 'dictionary/countries') return COUNTRIES;
  if (route.startsWith('dictionary/countries/byCode/')) {
    const found = COUNTRIES.find(({ code }) => code === call.path.at(-1));
    if (!found) throw new RestError(404, 'country not found');
    return found;
  }
  if (route === 'dictionary/event_types') {
    return [
      { id: '1', code: 'AC_TEL', type: 'system', libelle: 'Phone call' },
      { id: '5', code: 'AC_RDV', type: 'system', libelle: 'Rendez-vous' },
      { id: '40', code: 'AC_OTH_AUTO', type: 'systemauto', libelle: 'Other (automatically inserted events)' },
    ];
  }
  throw new RestError(404, 'Not Found');
}

const COUNTRIES = [
  { id: '1', code: 'FR', code_iso: 'FRA', label: 'France' },
  { id: '2', code: 'BE', code_iso: 'BEL', label: 'Belgium' },
  { id: '5', code: 'DE', code_iso: 'DEU', label: 'Germany' },
];
