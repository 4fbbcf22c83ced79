import { expect, test, vi } from 'vitest';
import { HandsFailure, type HandsRequest } from '../../../lib/hands/hands';
import { nameFailures, nameFetchFailures, type RequestErrors } from '../../../lib/hands/naming';

// The polyfill refuses to load outside an extension.
vi.mock('../../../lib/browser', () => ({ browser: {} }));

const request: HandsRequest = { url: 'https://pbx:8089/api', method: 'POST', headers: {}, timeout: 1000 };
const stream = () => Promise.reject(new HandsFailure(''));
type Heard = Parameters<RequestErrors['addListener']>[0];

/** The browser's event: who listens, and what it tells them. */
function browserEvent() {
  const listeners = new Set<Heard>();
  const errors: RequestErrors = {
    addListener: (heard) => listeners.add(heard),
    removeListener: (heard) => listeners.delete(heard),
  };
  const tell = (error: string, url = 'https://pbx:8089/api', tabId = -1) => {
    for (const heard of listeners) heard({ url, tabId, error });
  };
  return { errors, tell, listeners };
}

test('the browser’s words come with the failure, whether they come before it', async () => {
  const { errors, tell, listeners } = browserEvent();
  const hands = nameFailures(
    {
      stream,
      fetch: async () => {
        tell('net::ERR_CERT_AUTHORITY_INVALID');
        throw new HandsFailure('');
      },
    },
    errors,
  );
  await expect(hands.fetch(request)).rejects.toEqual(new HandsFailure('net::ERR_CERT_AUTHORITY_INVALID'));
  expect(listeners.size).toBe(0);
});

test('or after it', async () => {
  const { errors, tell } = browserEvent();
  const hands = nameFailures({ stream, fetch: () => Promise.reject(new HandsFailure('')) }, errors);
  const failed = expect(hands.fetch(request)).rejects.toMatchObject({ reason: 'net::ERR_CONNECTION_REFUSED' });
  await Promise.resolve();
  tell('net::ERR_CONNECTION_REFUSED');
  await failed;
});

test('words about another address or about a tab’s request are not ours; without any the reason is empty', async () => {
  const { errors, tell } = browserEvent();
  const hands = nameFailures(
    {
      stream,
      fetch: async () => {
        tell('net::ERR_ABORTED', 'https://pbx:8089/other');
        tell('net::ERR_ABORTED', 'https://pbx:8089/api', 7);
        throw new HandsFailure('');
      },
    },
    errors,
  );
  await expect(hands.fetch(request)).rejects.toMatchObject({ reason: '' });
});

test('a timeout, an abort and an answer need no words, and nobody listens afterwards', async () => {
  const { errors, listeners } = browserEvent();
  const outcomes = [
    () => Promise.reject(new HandsFailure('timeout')),
    () => Promise.reject(new DOMException('', 'AbortError')),
    () => Promise.resolve({ status: 200, contentType: '', bytes: new Uint8Array() }),
  ];
  const ended = await Promise.allSettled(
    outcomes.map((fetch) => nameFailures({ stream, fetch }, errors).fetch(request)),
  );
  expect(ended.map((end) => (end.status === 'rejected' ? end.reason.name : end.status))).toEqual([
    'HandsFailure',
    'AbortError',
    'fulfilled',
  ]);
  expect(listeners.size).toBe(0);
});

test('a browser without webRequest gives no reason', async () => {
  const hands = nameFailures({ stream, fetch: () => Promise.reject(new HandsFailure('')) }, undefined);
  await expect(hands.fetch(request)).rejects.toMatchObject({ reason: '' });
});

test('a body that breaks off has the browser’s words too, and nothing is listened to afterwards', async () => {
  const { errors, tell, listeners } = browserEvent();
  let pieces = 0;
  const hands = nameFailures(
    {
      fetch: stream,
      stream: async () => ({
        status: 200,
        contentType: '',
        length: 0,
        cancel: () => undefined,
        async next() {
          pieces += 1;
          if (pieces < 3) return new Uint8Array(1);
          tell('net::ERR_CONNECTION_RESET');
          throw new HandsFailure('');
        },
      }),
    },
    errors,
  );
  const body = await hands.stream(request);
  await body.next();
  await body.next();
  expect(listeners.size).toBe(1);
  await expect(body.next()).rejects.toMatchObject({ reason: 'net::ERR_CONNECTION_RESET' });
  expect(listeners.size).toBe(0);
});

test('a bare fetch’s TypeError is named too; what ended it otherwise is handed on', async () => {
  const { errors, tell, listeners } = browserEvent();
  const dead: typeof fetch = async () => {
    tell('net::ERR_CERT_AUTHORITY_INVALID', 'https://erp/api/index.php/status');
    throw new TypeError('Failed to fetch');
  };
  const asked = 'https://erp/api/index.php/status';
  await expect(nameFetchFailures(dead, errors)(asked)).rejects.toEqual(
    new HandsFailure('net::ERR_CERT_AUTHORITY_INVALID'),
  );
  const late = new DOMException('', 'TimeoutError');
  await expect(nameFetchFailures(() => Promise.reject(late), errors)(asked)).rejects.toBe(late);
  expect(listeners.size).toBe(0);
});
