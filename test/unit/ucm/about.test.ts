import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { readAbout } from '../../../lib/ucm/about';
import { parseSystemTime } from '../../../lib/ucm/system-time';

const noon = Date.UTC(2026, 7, 3, 12);

function ucm(answers: Record<string, unknown>) {
  return {
    ask: async (action: string) => {
      const answer = answers[action];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    askFile: () => Promise.reject(new Error('not a file')),
  };
}

describe('what a UCM says of itself', () => {
  test('model, firmware, zone and clock', async () => {
    const about = await readAbout(
      ucm({
        getSystemGeneralStatus: {
          response: { 'product-model': 'UCM6302  V1.2B', 'prog-version': '1.0.27.15' },
          status: 0,
        },
        getSystemStatus: {
          response: { 'system-time': '2026-08-03 14:00:30 UTC+02:00', 'up-time': '3 days' },
          status: 0,
        },
      }),
      noon,
    );
    expect(about).toEqual({ model: 'UCM6302 V1.2B', firmware: '1.0.27.15', zoneOffset: 7200, clock: noon / 1000 + 30 });
  });

  test('what the API user may not ask is left out', async () => {
    const refused = new AppError('ucm-not-this-action', { subject: 'getSystemGeneralStatus' });
    const status = { response: { 'part-number': '9610002612A', 'system-time': '' }, status: 0 };
    expect(await readAbout(ucm({ getSystemGeneralStatus: refused, getSystemStatus: status }), noon)).toEqual({
      model: '9610002612A',
    });
    expect(await readAbout(ucm({ getSystemGeneralStatus: refused, getSystemStatus: refused }), noon)).toEqual({});
    expect(await readAbout(ucm({ getSystemGeneralStatus: 'odd', getSystemStatus: { response: [] } }), noon)).toEqual(
      {},
    );
  });

  test('a network that is away is an error', async () => {
    const away = new AppError('ucm-unreachable', {});
    await expect(readAbout(ucm({ getSystemGeneralStatus: away }), noon)).rejects.toBe(away);
  });
});

describe('the UCM’s clock, whatever the order of its date', () => {
  test.each([
    ['2026-08-03 12:00:00 UTC+00:00', 0, 0],
    ['03-08-2026 12:00:00 UTC+00:00', 0, 0],
    ['08-03-2026 12:00:00 UTC+00:00', 0, 0],
    ['08/03/2026 02:03:00 PM UTC+02:00', 7200, 180],
    ['08/03/2026 12:00:00 AM UTC+00:00', 0, -43_200],
    ['03-08-2026 07:30:00 UTC-04:30', -16_200, 0],
    ['2026-08-03 12:00:00 UTC+14', 50_400, -50_400],
  ])('%s', (text, zoneOffset, ahead) => {
    expect(parseSystemTime(text, noon)).toEqual({ zoneOffset, clock: noon / 1000 + ahead });
  });

  test('without an offset nothing is known; without a date the offset still is', () => {
    expect(parseSystemTime('2026-08-03 12:00:00', noon)).toEqual({});
    expect(parseSystemTime('soon UTC+01:00', noon)).toEqual({ zoneOffset: 3600 });
    expect(parseSystemTime('99-99-2026 12:00:00 UTC+01:00', noon)).toEqual({ zoneOffset: 3600 });
  });
});
