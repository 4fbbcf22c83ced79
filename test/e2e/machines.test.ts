import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startUcm, type Ucm } from '../sim';
import { openCard } from './support/card-page';
import { bringForward, type Office, openOffice } from './support/office';
import { openOptions } from './support/options-page';
import { setUp, sitesOf } from './support/set-up';
import { askState, untilSynchronised } from './support/state';

/** Transports Garnier. */
const GARNIER = 13;

describe('a wrong password', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('is tried once: no alarm, no restart of the worker tries it again, and the right one goes on', async () => {
    const { browser, machines, ucm } = office;
    await browser.allowSites(sitesOf(machines));
    const options = await openOptions(browser);
    await options.fillUcm({ ...machines.ucm, password: 'guessed' });
    await options.allow('ucm');
    await browser.acceptCertificate(`${ucm.url}/`);
    await options.fillDolibarr(machines.dolibarr);
    await options.test('ucm');
    await options.page.locator('#step-ucm [role=alert]').waitFor();
    expect(ucm.counters.wrongLogins).toBe(1);

    for (const stopped of [false, true]) {
      const { lastRun } = await askState(options.page);
      await expect.poll(() => Date.now() / 1000).toBeGreaterThan(lastRun + 1); // runs are told apart by their second
      if (stopped) await browser.stopWorker();
      await bringForward(office, 'sync');
      await expect
        .poll(async () => (await askState(options.page)).lastRun, { timeout: 20_000 })
        .toBeGreaterThan(lastRun);
      expect((await askState(options.page)).error?.code).toBe('ucm-wrong-password');
      expect(ucm.counters).toMatchObject({ wrongLogins: 1, challenges: 1 });
    }
    await options.fillUcm(machines.ucm);
    await options.test('ucm');
    await options.page.locator('#step-ucm .said-ok').waitFor();
    expect(ucm.counters.wrongLogins).toBe(1);
  });
});

describe('another telephone system', () => {
  let office: Office;
  let second: Ucm | undefined;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => second?.close());
  afterAll(() => office.close());

  it('has its whole history read, though the same days were read from the first', async () => {
    second = await startUcm({ story: '-9d\n10:00 in 0639987300 → 203 answered 2m' });
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    await options.fillUcm({ url: second.url, user: second.user, password: second.password });
    await office.browser.acceptCertificate(`${second.url}/`);
    await options.test('ucm');
    await options.page.locator('#step-ucm .said-ok').waitFor();
    await bringForward(office, 'sync');
    // Thirty days are wanted; how many questions that takes depends on what is there.
    const monthAgo = new Date(Date.now() - 29 * 86_400_000).toISOString();
    const oldest = () => second?.requests.flatMap(({ startTime }) => startTime ?? []).sort()[0] ?? 'nothing';
    await expect.poll(() => oldest() < monthAgo, { timeout: 30_000 }).toBe(true);
    await untilSynchronised(options.page);
    const card = await openCard(await office.browser.context.newPage(), office.card(GARNIER));
    await card.tab.locator('.badge').waitFor();
    expect(await card.count()).toBe(1);
  });
});
