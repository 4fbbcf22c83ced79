import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, html, json } from '../../answer';
import type { User } from '../user';
import { setup, status, users } from './about';
import { agenda } from './agenda';
import { contacts } from './contacts';
import type { Instance, RestCall } from './context';
import { documents } from './documents';
import { RestError, restError } from './error';
import { invoices } from './invoices';
import { thirdparties } from './thirdparties';

const ROUTES: Readonly<Record<string, (instance: Instance, call: RestCall) => unknown>> = {
  status,
  users,
  setup,
  thirdparties,
  contacts,
  agendaevents: agenda,
  documents,
  invoices,
};

/** Answers anything under /api/index.php (section 1). `route` begins with a slash, `body` is the request's text. */
export async function rest(
  instance: Instance,
  req: IncomingMessage,
  route: string,
  query: URLSearchParams,
  body: string,
): Promise<Answer> {
  const { version, options } = instance;
  // what the web server adds; 14 and 16 tell their time in no other way (section 1)
  const cors = { Date: new Date(instance.now() * 1000).toUTCString(), ...corsHeaders(version) };
  const withCors = (answer: Answer): Answer => ({ ...answer, headers: { ...cors, ...answer.headers } });
  if (options.api === false) {
    return html('Module <b>Api</b> must be enabled.<br><br>To activate module API, go to Home - Setup - Modules.');
  }
  const from = req.socket.remoteAddress ?? '';
  if (options.apiFrom && !options.apiFrom.includes(from)) {
    return { code: 503, type: 'text/html', body: `APIs are not allowed from the IP ${from}` };
  }
  if (req.method === 'OPTIONS') {
    return version === 14
      ? restError(new RestError(405, 'Method Not Allowed'))
      : withCors({ code: 204, type: 'text/plain', body: '' });
  }
  const path = route
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const answerer = ROUTES[path[0] ?? ''];
  // The file of an unknown module cannot be included: text, not JSON.
  if (!answerer)
    return { code: 501, type: 'text/html; charset=UTF-8', body: 'API not found (failed to include API file)' };
  try {
    const user = await authenticate(instance, req, query);
    const call = { method: req.method ?? 'GET', path, query, body: parsed(body), user };
    if (path[0] === 'status' && (call.method !== 'GET' || path.length > 1)) throw new RestError(404, 'Not Found');
    return withCors(json(await answerer(instance, call)));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    // A fatal error of PHP leaves nothing.
    if (error.message === '') return { code: error.code, type: 'text/html', body: '' };
    return withCors(restError(error));
  }
}

async function authenticate(
  { version, options, state }: Instance,
  req: IncomingMessage,
  query: URLSearchParams,
): Promise<User> {
  const header = req.headers['dolapikey']?.toString();
  const bearer = version >= 22 ? /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] : undefined;
  const key = header ?? query.get('DOLAPIKEY') ?? bearer;
  if (key === undefined || key === '') {
    const which = version >= 23 ? "Neither parameter 'HTTP_DOLAPIKEY'" : "No parameter 'HTTP_DOLAPIKEY'";
    throw new RestError(401, `Failed to login to API. ${which} on HTTP header (and no parameter DOLAPIKEY in URL).`);
  }
  const user = [...state.users.values()].find((one) => one.key === key);
  // Until 19 the key of a disabled user still opens (section 1, the table).
  if (user && (!user.disabled || version < 20)) {
    const entity = req.headers['dolapientity']?.toString();
    if (version >= 23 && entity !== undefined && entity !== '1') {
      throw new RestError(401, 'Token not valid (may be a typo or a wrong entity)');
    }
    return user;
  }
  if (version < 20) throw new RestError(401, 'Unauthorized');
  await wait(options.wrongKeyDelay ?? 1000);
  throw new RestError(
    401,
    `Error user not valid (not found with api key or bad status or bad validity dates) (conf->entity=1)`,
  );
}

function parsed(body: string): Record<string, unknown> {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    throw new RestError(400, 'Error encoding/decoding JSON: Syntax error');
  }
}

function corsHeaders(version: number): Record<string, string> {
  if (version === 14) return {};
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Allow-Headers': `Content-Type, Authorization, api_key, DOLAPIKEY${version >= 22 ? ', DOLAPIENTITY' : ''}`,
  };
}
