import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fetchOnce } from '../../../lib/hands/fetch-once';
import { HandsFailure } from '../../../lib/hands/hands';
import { keepAwake } from '../../../lib/hands/keep-awake';

// The polyfill refuses to load outside an extension.
vi.mock('../../../lib/browser', () => ({ browser: {} }));

/** A machine that echoes, redirects, or never answers. */
const server = createServer((request, response) => {
  if (request.url === '/away') response.writeHead(302, { location: '/echo' }).end();
  if (request.url !== '/echo') return;
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const said = `${request.method} ${request.headers['content-type']} ${Buffer.concat(parts)}`;
    response.writeHead(418, { 'content-type': 'text/x-echo' }).end(said);
  });
});
let root = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: a listening TCP server has one
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (path: string, timeout = 5000) => ({
  url: root + path,
  method: 'POST' as const,
  headers: { 'Content-Type': 'application/json' },
  body: '{"é":1}',
  timeout,
});

test('an HTTP error is an answer, with its body', async () => {
  const { status, contentType, bytes } = await fetchOnce(post('/echo'));
  expect({ status, contentType, text: new TextDecoder().decode(bytes) }).toEqual({
    status: 418,
    contentType: 'text/x-echo',
    text: 'POST application/json {"é":1}',
  });
});

test('a redirect is not followed', async () => {
  // A browser gives an opaque answer here, which is the failure `redirect`; Node shows the redirect itself.
  expect(await fetchOnce(post('/away'))).toMatchObject({ status: 302 });
});

test('a redirect is a failure of that name', async () => {
  vi.stubGlobal('fetch', async () => ({ type: 'opaqueredirect', status: 0 }));
  await expect(fetchOnce(post('/away'))).rejects.toEqual(new HandsFailure('redirect'));
  vi.unstubAllGlobals();
});

test('who does not answer in time is given up', async () => {
  await expect(fetchOnce(post('/silence', 50))).rejects.toEqual(new HandsFailure('timeout'));
});

test('an abort is an abort', async () => {
  const controller = new AbortController();
  const asked = fetchOnce(post('/silence'), controller.signal);
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('the background is touched every 20 s while anything is under way, and not a moment longer', async () => {
  vi.useFakeTimers();
  try {
    let touches = 0;
    let answer: (() => void) | undefined;
    const slow = new Promise<never>((_, reject) => {
      answer = () => reject(new HandsFailure(''));
    });
    const hands = keepAwake({ fetch: () => slow, stream: () => slow }, async () => {
      touches += 1;
    });
    const both = Promise.allSettled([hands.fetch(post('/echo')), hands.fetch(post('/echo'))]);
    vi.advanceTimersByTime(59_000);
    expect(touches).toBe(2);
    answer?.();
    await both;
    vi.advanceTimersByTime(100_000);
    expect(touches).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});
