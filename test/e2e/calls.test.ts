import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCards } from '../demo/check';
import { MAIN_PARTY } from '../sim';
import { cardOn, openCard, scriptHasRun } from './support/card-page';
import { bringForward, type Office, openOffice } from './support/office';
import { readLines } from './support/read-lines';
import { openReadyOffice } from './support/ready-office';
import { setUp } from './support/set-up';
import { askState, untilSynchronised } from './support/state';

describe('a day with the extension', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openReadyOffice();
  });
  afterAll(() => office.close());

  it('every card shows the calls of the story, each once, as a person would count them', async () => {
    const { expected, shown, wrong } = await checkCards(office);
    expect(wrong).toEqual([]);
    expect(shown).toBe(expected);
  });

  it('a call that the UCM writes down appears in the open panel after the next alarm, without a reload', async () => {
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    const first = card.panel.locator('[data-line="0"]');
    await first.locator('.number').waitFor();
    const before = await card.count();
    office.ucm.add('5m ago in 0199004712 "Garage Lefèvre" → 203 answered 1m30');
    await bringForward(office, 'sync');
    await card.tab.locator('.badge', { hasText: String(before + 1) }).waitFor();
    await first.locator('.cell-talk', { hasText: '1:30' }).waitFor();
    await card.page.close();
  });

  it('a poll with nothing new is one request', async () => {
    const asked = () => office.ucm.requests.filter(({ action }) => action === 'cdrapi').length;
    /** Requests of one run: it has begun when there is one, and is over when the background says so. */
    const requestsOfOneRun = async () => {
      const before = asked();
      await bringForward(office, 'sync');
      await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(before);
      await idle(office);
      return asked() - before;
    };
    // the first poll after new rows learns that the page it gets is whole
    await requestsOfOneRun();
    expect(await requestsOfOneRun()).toBe(1);
  });

  it('the address opens the tab, the back button closes it, and the card is as it was', async () => {
    const card = await openCard(await office.browser.context.newPage(), office.card(MAIN_PARTY));
    await card.open();
    expect(card.page.url()).toMatch(/#calls$/);
    expect(await card.page.locator('.tabsAction').isVisible()).toBe(false);
    await card.page.goBack();
    await card.panel.waitFor({ state: 'detached' });
    expect(await card.page.locator('.tabsAction').isVisible()).toBe(true);
    await card.page.goForward();
    await card.panel.waitFor();
    await card.page.close();
  });

  it('a filter stands in the address, and the number of lines agrees with the figure', async () => {
    const page = await office.browser.open(`${office.card(MAIN_PARTY)}#calls`);
    const { panel } = cardOn(page);
    await panel.locator('[data-line="0"] .number').waitFor();
    const outgoing = (await readLines(page)).filter(({ direction }) => direction === 'out').length;
    await panel.locator('.filters select').nth(1).selectOption('out');
    await expect.poll(() => page.url()).toContain('#calls?direction=out');
    await expect.poll(() => panel.locator('[role=treegrid]').getAttribute('aria-rowcount')).toBe(String(outgoing + 1));
    await page.reload();
    await panel.locator('[data-line="0"] .direction-out').waitFor();
    expect(await readLines(page)).toHaveLength(outgoing);
    await page.close();
  });

  it('print views and pop-ups stay untouched, and an invoice has no tab, though the script ran there', async () => {
    const page = await office.browser.context.newPage();
    const card = office.card(MAIN_PARTY);
    const { invoice } = office.dolibarr.pages;
    for (const address of [`${card}&optioncss=print`, `${card}&dol_openinpopup=1&dol_hide_topmenu=1`, invoice(42)]) {
      await page.goto(address);
      await scriptHasRun(page);
      expect(await page.locator('a#calls, .calls-for-dolibarr').count(), address).toBe(0);
    }
    await page.goto(card);
    await scriptHasRun(page);
    expect(await page.locator('a#calls').count()).toBe(1);
    await page.close();
  });

  it('a thirdparty whose number is edited in Dolibarr has the whole history after the next refresh', async () => {
    office.dolibarr.setPhone(13, '06 39 98 72 00');
    const page = await office.browser.open(office.browser.pageAddress('popup.html'));
    await page.getByRole('button', { name: /Synchroniser/ }).click();
    const card = await openCard(await office.browser.context.newPage(), office.card(13));
    await card.tab.locator('.badge').waitFor();
    expect(await card.count()).toBe(2);
    await page.close();
  });
});

describe('a worker stopped in the middle of a synchronisation', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('goes on by itself, at once when somebody looks, and the calls are whole', async () => {
    // slow enough that every stop falls into the middle
    office.ucm.faults.add('cdrapi', { kind: 'delay', ms: 80 }, 1000);
    await setUp(office.browser, office.machines);
    const asked = () => office.ucm.requests.filter(({ action }) => action === 'cdrapi').length;
    const popup = await office.browser.open(office.browser.pageAddress('popup.html'));
    for (const [until, somebodyLooks] of [[3], [7, true], [12], [20, true], [24]] as const) {
      // sooner than the alarm of a minute
      await expect.poll(asked, { timeout: 30_000, interval: 5 }).toBeGreaterThanOrEqual(until);
      expect(await isRunning(office)).toBe(true);
      await office.browser.stopWorker();
      if (somebodyLooks) await popup.reload();
      else await bringForward(office, 'resume');
    }
    await popup.close();
    await idle(office);
    const { wrong } = await checkCards(office);
    expect(wrong).toEqual([]);
  });
});

async function isRunning({ browser }: Office): Promise<boolean> {
  const page = await browser.open(browser.pageAddress('popup.html'));
  const { phase } = await askState(page);
  await page.close();
  return phase === 'running';
}

/** Once no run is under way any more. */
async function idle({ browser }: Office): Promise<void> {
  const page = await browser.open(browser.pageAddress('popup.html'));
  await untilSynchronised(page);
  await page.close();
}
