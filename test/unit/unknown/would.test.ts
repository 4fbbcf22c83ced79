import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { startDolibarr } from '../../sim/index';
import { browserWith, talk } from './browser';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

test('before rules are switched on it is told how many numbers they would propose, and how many the last month would have made', async () => {
  const dolibarr = await startDolibarr({ wrongKeyDelay: 0, seeded: false });
  dolibarr.addThirdparty({ name: 'Garage Lefèvre', phone: '01 99 00 12 34' });
  const rules = { mode: 'off' as const, never: ['0892*'] };
  const browser = await browserWith(
    [
      talk('09:00:00', '0199001234'),
      talk('09:10:00', '0465710000'),
      talk('09:20:00', '0639981234'),
      talk('09:30:00', '0892700000'),
      talk('09:40:00', '0199005678', { talk: 3 }),
    ],
    { url: dolibarr.url, key: dolibarr.key, rules },
  );
  closing.push(browser.close, () => dolibarr.close());
  // the garage has its number; one is never wanted; one talked for three seconds
  expect(await browser.ask()['own.unknownWould'](undefined)).toEqual({ proposed: 2, made: 2 });
  expect((await browser.list()).counts.open).toBe(0);
  await browser.ask()['own.unknownIgnore']({ digits: '33465710000' });
  browser.clock.now += 40 * 86_400_000;
  expect(await browser.ask()['own.unknownWould'](undefined)).toEqual({ proposed: 1, made: 0 });
});
