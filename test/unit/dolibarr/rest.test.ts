import { describe, expect, test } from 'vitest';
import { createDolibarrRest, type DolibarrDeps } from '../../../lib/dolibarr/rest';
import { AppError, type ErrorCode } from '../../../lib/errors';
import { HandsFailure } from '../../../lib/hands/hands';
import { type FakeDolibarr, fakeDolibarr, json, page, refusal } from './fake-dolibarr';

const root = 'https://erp.example/dolibarr';

function restOf(story: Partial<FakeDolibarr>, deps: Partial<DolibarrDeps> & { key?: string } = {}) {
  const { fetch, seen } = fakeDolibarr(story);
  const rest = createDolibarrRest({ fetch, connection: async () => ({ root, key: deps.key ?? 'goodkey' }), ...deps });
  return { rest, seen, list: () => rest.list('thirdparties', { page: 0, limit: 10 }, 'societe/lire') };
}

async function failure(action: Promise<unknown>): Promise<AppError> {
  const error = await action.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`no AppError: ${String(error)}`);
  return error;
}
const code = async (action: Promise<unknown>): Promise<ErrorCode> => (await failure(action)).code;

test('status names the version', async () => {
  expect(await restOf({ version: 14 }).rest.status()).toMatchObject({ version: '14.0.0', major: 14 });
});

test('the key goes in its header and nowhere else; no cookie, no redirect', async () => {
  const { list, seen } = restOf({ rows: { thirdparties: [{ id: '1' }], contacts: [] } });
  await list();
  expect(seen[0]?.url.href).toBe(`${root}/api/index.php/thirdparties?page=0&limit=10`);
  expect(new Headers(seen[0]?.init.headers).get('DOLAPIKEY')).toBe('goodkey');
  expect(seen[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'manual' });
});

test('the entity goes out only where one is set: 23 and 24 refuse a wrong one', async () => {
  const rows = { thirdparties: [], contacts: [] };
  const without = restOf({ rows });
  await without.list();
  expect(new Headers(without.seen[0]?.init.headers).has('DOLAPIENTITY')).toBe(false);
  const second = restOf({ rows }, { connection: async () => ({ root, key: 'goodkey', entity: 2 }) });
  await second.list();
  expect(new Headers(second.seen[0]?.init.headers).get('DOLAPIENTITY')).toBe('2');
});

describe.each([14, 16, 20, 22, 23, 24])('Dolibarr %i', (version) => {
  test('refuses a wrong key', async () => {
    const { rest, list } = restOf({ version }, { key: 'oldkey' });
    expect(await code(rest.status())).toBe('dolibarr-key');
    expect(await code(list())).toBe('dolibarr-key');
  });

  test('says which right is missing, and does not blame the key', async () => {
    const error = await failure(restOf({ version, without: ['societe/lire'] }).list());
    expect(error.code).toBe('dolibarr-right');
    expect(error.detail).toMatchObject({ host: 'erp.example', subject: 'societe/lire' });
  });

  test('has nothing to list', async () => {
    expect(await restOf({ version }).list()).toEqual({ rows: [], more: false });
  });

  test('does not know an object whose module is not there', async () => {
    expect(await code(restOf({ version }).rest.list('tickets', { page: 0, limit: 10 }, 'ticket/read'))).toBe(
      'dolibarr-module-off',
    );
  });
});

describe('what else may answer', () => {
  const cases: [string, () => Response, ErrorCode][] = [
    ['no API at all', () => page(404, '<html>Not Found</html>'), 'dolibarr-address'],
    [
      'a web server without PATH_INFO',
      () => page(501, 'API not found (failed to include API file)'),
      'dolibarr-address',
    ],
    [
      'another program that answers every path with its start page',
      () => page(200, '<!doctype html><html></html>'),
      'dolibarr-address',
    ],
    ['another JSON API', () => json({ ok: true }), 'dolibarr-address'],
    [
      'a login page in between',
      () => page(200, '<html><form><input type="password"></form></html>'),
      'dolibarr-answer',
    ],
    ['a password of the web server', () => page(401, '<html>Authorization Required</html>'), 'dolibarr-answer'],
    ['a firewall', () => page(403, '<html>Forbidden</html>'), 'dolibarr-answer'],
    ['JSON cut off', () => page(200, '{"success":{', 'application/json'), 'dolibarr-answer'],
    ['an address that is not allowed', () => page(503, 'APIs are not allowed from the IP 10.0.0.1'), 'dolibarr-ip'],
    [
      'an endpoint that is blocked',
      () => page(501, 'The API with endpoint /status is forbidden by config API_ENDPOINT_RULES'),
      'dolibarr-right',
    ],
    ['a PHP error', () => page(500, ''), 'dolibarr-server'],
    ['an SQL error', () => refusal(503, "Service Unavailable: Unknown column 't.zzz'"), 'dolibarr-server'],
    ['a proxy without Dolibarr behind it', () => page(502, '<html>Bad Gateway</html>'), 'dolibarr-server'],
    [
      'http sent on to https',
      () => new Response(null, { status: 302, headers: { location: 'https://x/' } }),
      'dolibarr-redirect',
    ],
  ];
  test.each(cases)('%s', async (_, answer, expected) => {
    expect(await code(restOf({ before: answer }).rest.status())).toBe(expected);
  });

  test('a redirect as browsers hide it', async () => {
    const hidden = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    expect(await code(restOf({ before: () => hidden }).rest.status())).toBe('dolibarr-redirect');
  });

  test('the API module off, in the words of any language', async () => {
    for (const apiOff of [
      'Module <b>Api</b> must be enabled.<br><br>',
      'Le module <b>Api</b> doit être activé.<br><br>',
    ]) {
      const { rest, list } = restOf({ apiOff });
      expect(await code(rest.status())).toBe('dolibarr-api-off');
      expect(await code(list())).toBe('dolibarr-api-off');
    }
  });

  test('a proxy that says how long to wait', async () => {
    const busy = () => new Response('slow down', { status: 429, headers: { 'retry-after': '30' } });
    const error = await failure(restOf({ before: busy }).list());
    expect(error).toMatchObject({ code: 'dolibarr-server', detail: { reason: '429', seconds: 30 } });
  });

  test('a 404 of a web server is no empty list', async () => {
    expect(await code(restOf({ before: () => page(404, '<html>Not Found</html>') }).list())).toBe('dolibarr-address');
    expect(await code(restOf({ before: () => refusal(404, 'Not Found') }).list())).toBe('dolibarr-module-off');
    expect(await code(restOf({ before: () => json({ no: 'list' }) }).list())).toBe('dolibarr-answer');
  });
});

describe('nobody answers', () => {
  const dead = () => Promise.reject(new TypeError('Failed to fetch'));

  test('unreachable, or the computer is offline, or the certificate is not trusted', async () => {
    expect(await failure(restOf({ before: dead }).rest.status())).toMatchObject({
      code: 'dolibarr-unreachable',
      detail: { host: 'erp.example' },
    });
    expect(await code(restOf({ before: dead }, { offline: () => true }).rest.status())).toBe('offline');
    const told = (reason: string) => restOf({ before: () => Promise.reject(new HandsFailure(reason)) }).rest.status();
    for (const reason of ['net::ERR_CERT_AUTHORITY_INVALID', 'Le certificat n’est pas sûr.']) {
      expect(await code(told(reason)), reason).toBe('dolibarr-certificate');
    }
    // https where http is spoken, in the words of both browsers
    for (const reason of [
      'net::ERR_SSL_PROTOCOL_ERROR',
      'SSL received a record that exceeded the maximum permissible length.',
    ]) {
      expect(await failure(told(reason)), reason).toMatchObject({ code: 'dolibarr-unreachable', detail: { reason } });
    }
    expect(await code(told('redirect'))).toBe('dolibarr-redirect');
  });

  test('too slow, and stopped by the user, are told apart', async () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        if (init?.signal?.aborted) reject(init.signal.reason);
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    expect(await code(restOf({}, { fetch: never, timeout: 1 }).rest.status())).toBe('dolibarr-timeout');
    const stop = new AbortController();
    const stopped = code(restOf({}, { fetch: never }).rest.status(stop.signal));
    stop.abort();
    expect(await stopped).toBe('aborted');
    expect(await code(restOf({}).rest.status(stop.signal))).toBe('aborted');
  });
});

test('nothing is asked before it is set up, nor with what cannot be a key', async () => {
  const { rest, seen } = restOf({}, { connection: async () => undefined });
  expect(await code(rest.status())).toBe('not-set-up');
  const odd = restOf({}, { key: 'clé à coller' });
  expect(await code(odd.rest.status())).toBe('dolibarr-key');
  expect([...seen, ...odd.seen]).toEqual([]);
});

test('no error repeats the key', async () => {
  for (const version of [14, 23]) {
    const error = await failure(restOf({ version }, { key: 'verysecret' }).list());
    expect(JSON.stringify([error.detail, error.message, String(error.cause)])).not.toContain('verysecret');
  }
});

test('a list with its page count ends where it says so', async () => {
  const answer = (number: number) => () =>
    json({ data: [{ id: 1 }], pagination: { total: 3, page: number, page_count: 3, limit: 1 } });
  expect(await restOf({ before: answer(0) }).list()).toEqual({ rows: [{ id: 1 }], more: true });
  expect((await restOf({ before: answer(2) }).list()).more).toBe(false);
});
