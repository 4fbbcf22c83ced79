import { expect, test } from 'vitest';
import { createDolibarrFetch } from '../../../entrypoints/background/dolibarr-fetch';
import { HandsFailure, type HandsRequest } from '../../../lib/hands/hands';

const url = 'https://erp.example/api/index.php/agendaevents/4';

function reached(reason: string) {
  const asked: HandsRequest[] = [];
  let own = 0;
  const send = createDolibarrFetch(
    () => {
      own += 1;
      return reason === '' ? Promise.resolve(new Response('own')) : Promise.reject(new HandsFailure(reason));
    },
    {
      async fetch(request) {
        asked.push(request);
        return {
          ...{ status: 200, contentType: 'application/json', date: 'Mon, 30 Nov 2026 08:00:00 GMT', retryAfter: '9' },
          bytes: new TextEncoder().encode('"hands"'),
        };
      },
    },
  );
  return { send, asked, own: () => own };
}

test('a certificate that the worker does not take is left to the hands, and the worker is not tried again', async () => {
  const { send, asked, own } = reached('net::ERR_CERT_AUTHORITY_INVALID');
  const init = { method: 'PUT', headers: { DOLAPIKEY: 'key' }, body: '{"label":"x"}' };
  const answer = await send(url, init);
  expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
    200,
    'application/json',
    'hands',
  ]);
  // by the clock of Dolibarr, not by this computer's
  expect([answer.headers.get('date'), answer.headers.get('retry-after')]).toEqual([
    'Mon, 30 Nov 2026 08:00:00 GMT',
    '9',
  ]);
  await send(url, init);
  expect(own()).toBe(1);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toMatchObject({ url, method: 'PUT', headers: { dolapikey: 'key' }, body: '{"label":"x"}' });
});

test('whatever else fails is not sent a second time', async () => {
  for (const reason of ['net::ERR_CONNECTION_REFUSED', 'net::ERR_CONNECTION_RESET', '']) {
    const { send, asked } = reached(reason);
    await send(url).catch(() => undefined);
    expect(asked, reason).toEqual([]);
  }
});
