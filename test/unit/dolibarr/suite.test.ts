import { afterEach, describe, expect, test } from 'vitest';
import { createLedger } from '../../dolibarr/ledger';
import { createReport } from '../../dolibarr/report';
import { restOf, runSuite } from '../../dolibarr/suite';
import { newestEvent, tidy } from '../../dolibarr/tidy';
import { type Dolibarr, startDolibarr } from '../../sim';

const running: Dolibarr[] = [];
afterEach(async () => {
  for (const dolibarr of running.splice(0)) await dolibarr.close();
});

const run = { mark: 'essaitest', digits: '9990123456' };

async function suite(dolibarr: Dolibarr, keys: { key?: string; salesKey?: string } = {}) {
  const { url, key, salesKey } = { url: dolibarr.url, key: dolibarr.key, salesKey: dolibarr.salesKey, ...keys };
  const ledger = createLedger();
  const lines: string[] = [];
  const report = createReport((line) => lines.push(line));
  const newest = await newestEvent(restOf(url, dolibarr.key, fetch));
  await runSuite({ url, key, salesKey, rounds: 2 }, run, ledger, report);
  const count = ({ parties, contacts, events, files }: Dolibarr) => [
    parties.size,
    contacts.size,
    events.size,
    files.length,
  ];
  return { ledger, lines, failures: report.failures(), newest, count: () => count(dolibarr) };
}

async function start(version: 14 | 20 | 24) {
  const dolibarr = await startDolibarr({ version, wrongKeyDelay: 0 });
  running.push(dolibarr);
  const before = [dolibarr.parties.size, dolibarr.contacts.size, dolibarr.events.size, dolibarr.files.length];
  return { dolibarr, before };
}

describe('the suite for a Dolibarr of one’s own', () => {
  test.each([14, 20, 24] as const)('holds on the simulated %i, and leaves it as it was', async (version) => {
    const { dolibarr, before } = await start(version);
    const { ledger, lines, failures, newest, count } = await suite(dolibarr);
    expect({ failures, lines: failures > 0 ? lines : [] }).toEqual({ failures: 0, lines: [] });
    expect(ledger.made('thirdparties').length).toBeGreaterThan(2);
    expect(await tidy(restOf(dolibarr.url, dolibarr.key, ledger.fetch), ledger, run.mark, newest)).toEqual([]);
    expect(count()).toEqual(before);
  });

  test('says what is left behind', async () => {
    const { dolibarr } = await start(24);
    const { ledger, newest } = await suite(dolibarr);
    const [contact] = ledger.made('contacts');
    const few = restOf(dolibarr.url, dolibarr.salesKey, ledger.fetch);
    expect(await tidy(few, ledger, run.mark, newest)).toContain(`contacts/${contact}`);
  });

  test('makes nothing with a key that could not remove it', async () => {
    const { dolibarr, before } = await start(24);
    const { failures, lines, count } = await suite(dolibarr, { key: dolibarr.salesKey });
    expect(failures).toBe(1);
    expect(lines.join()).toContain('--key may not write and remove');
    expect(count()).toEqual(before);
  });
});
