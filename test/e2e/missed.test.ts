import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { askFrom } from './support/ask';
import { findings } from './support/axe-findings';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

describe.each([{ dark: false }, { dark: true }])('the view of missed calls, dark: $dark', ({ dark }) => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openReadyOffice({ dark, language: 'fr-FR' }, { dark });
    page = await office.browser.open(office.browser.pageAddress('calls.html'));
    await page.getByRole('link', { name: fr.calls.missed, exact: true }).click();
    await page.locator('.missed-line').first().waitFor();
  });
  afterAll(() => office.close());

  const open = async () => Number(/\d+/.exec((await page.locator('.missed-count').first().textContent()) ?? '')?.[0]);
  const becomes = (count: number) =>
    page.waitForFunction(
      (wanted) => Number(/\d+/.exec(document.querySelector('.missed-count')?.textContent ?? '')?.[0]) === wanted,
      count,
    );

  it('is for everybody to use, open and closed', async () => {
    expect(await findings(page, 'body')).toEqual([]);
    await page.locator('a[href="#/missed?state=closed"]').click();
    await page.locator('.missed-end a').first().waitFor();
    const heard = page.locator('.missed-line', { has: page.locator('.missed-end a') });
    expect(await heard.getByText(fr.call.outcome.voicemail).count()).toBeGreaterThan(0);
    expect(await findings(page, 'body')).toEqual([]);
    await page.goBack();
    await page.locator('.missed-line button').first().waitFor();
  });

  it('as often as a caller tried, as many calls stand behind that number', async () => {
    const attempts = page.locator('.missed-attempts a').first();
    const said = Number(/\d+/.exec((await attempts.textContent()) ?? '')?.[0]);
    await attempts.click();
    await expect
      .poll(() => page.locator('.journal [role=grid], [role=grid].journal').getAttribute('aria-rowcount'))
      .toBe(String(said + 1));
    await page.goBack();
    await page.locator('.missed-line').first().waitFor();
  });

  it('a line is closed by hand and opened again, also after the page was left; the toolbar button counts along', async () => {
    const before = await open();
    const who = await page.locator('.missed-line .missed-who').first().textContent();
    const onButton = () => page.evaluate(() => chrome.action.getBadgeText({}));
    expect(await onButton()).toBe(String(before));
    await page
      .getByRole('button', { name: new RegExp(`^${fr.calls.close}, `) })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await becomes(before - 1);
    await expect.poll(onButton).toBe(String(before - 1));
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed?state=closed`);
    await page.reload();
    const line = page.locator('.missed-line', { hasText: fr.calls.closedByHand });
    await line.waitFor();
    expect(await line.locator('.missed-who').textContent()).toBe(who);
    await line.getByRole('button', { name: fr.calls.reopen }).click();
    await becomes(before);
  });

  it('a line closed by hand is done in the call’s event, a colleague may open it again there, and a press undoes it', async () => {
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    const before = await open();
    const line = page.locator('.missed-line', { hasText: 'Lefèvre' }).first();
    await line.getByRole('button', { name: fr.calls.close }).click();
    await becomes(before - 1);
    const task = () => [...office.dolibarr.events.values()].find(({ percentage }) => percentage >= 0);
    await expect.poll(task).toMatchObject({ percentage: 100, socid: 1 });
    await page.locator('a[href="#/missed?state=closed"]').click();
    await page.locator('.missed-line', { hasText: fr.calls.closedWhere.dolibarr }).waitFor();

    const event = task();
    if (!event) throw new Error('no event');
    event.percentage = 0;
    await askFrom(page, 'own.sync', undefined);
    await page.locator('a[href="#/missed"]').last().click();
    await becomes(before);

    await line.getByRole('button', { name: fr.calls.close }).click();
    await becomes(before - 1);
    await page.locator('.missed-last').getByRole('button', { name: fr.calls.undo }).focus();
    await page.keyboard.press('Enter');
    await becomes(before);
    await expect.poll(() => task()?.percentage).toBe(0);
    office.dolibarr.events.delete(event.id);
  });

  it('of a caller whom nobody knows it stays in this browser, and says so', async () => {
    const who = page.locator('.missed-line', { hasNot: page.locator('.missed-who a') }).first();
    await who.getByRole('button', { name: fr.calls.close }).click();
    await page.locator('a[href="#/missed?state=closed"]').click();
    const closed = page.locator('.missed-line', { hasText: fr.calls.closedWhere.here });
    await closed.waitFor();
    await closed.getByRole('button', { name: fr.calls.reopen }).click();
    await closed.waitFor({ state: 'detached' });
  });

  it('a line is given to a colleague, stands in his agenda, and is taken back, by keyboard alone', async () => {
    const paul = office.dolibarr.addUser({ login: 'paul' });
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    await page.reload();
    const line = page.locator('.missed-item', { hasText: 'Lefèvre' }).first();
    await line.getByRole('button', { name: fr.calls.followUp }).focus();
    await page.keyboard.press('Enter');
    const colleague = line.getByRole('combobox', { name: fr.calls.colleague });
    await colleague.focus();
    await page.keyboard.type('paul');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await line.getByText('confié à paul Test').waitFor();
    const event = () => [...office.dolibarr.events.values()].find(({ location }) => location.includes('paul Test'));
    await expect.poll(event).toMatchObject({ ownerId: paul.id, percentage: 0, socid: 1 });
    await line.getByText(fr.calls.closedWhere.dolibarr).waitFor();
    expect(await findings(page, 'body')).toEqual([]);

    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed?whose=mine`);
    await page.locator('.empty').waitFor();
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    await line.getByRole('button', { name: fr.calls.followUp }).click();
    await line.getByRole('button', { name: fr.calls.takeIt }).click();
    await line.getByText(fr.calls.mine).waitFor();
    await page.locator('.missed-last').getByRole('button', { name: fr.calls.undo }).focus();
    await page.keyboard.press('Enter');
    await line.getByText('confié à paul Test').waitFor();
    await line.getByRole('button', { name: fr.calls.giveBack }).click();
    await line.getByText('confié à paul Test').waitFor({ state: 'detached' });
    await expect.poll(() => event()).toBeUndefined();
  });

  it('a line that is put off waits under its own heading, and comes back by a press', async () => {
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    await page.reload();
    await page.locator('.missed-line').first().waitFor();
    const before = await open();
    const line = page.locator('.missed-item', { hasText: 'Lefèvre' }).first();
    const tomorrow = line.getByRole('button', { name: /^Demain/ });
    await line.getByRole('button', { name: fr.calls.followUp }).click();
    await tomorrow.focus();
    await page.keyboard.press('Enter');
    await becomes(before - 1);
    expect(await page.locator('h1').evaluate((title) => title === document.activeElement)).toBe(true);
    await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe(String(before - 1));
    await page.locator('a[href="#/missed?state=later"]').click();
    await page.getByText('pas avant demain').waitFor();
    expect(await findings(page, 'body')).toEqual([]);
    const put = page.locator('.missed-item').first();
    await put.getByRole('button', { name: fr.calls.followUp }).click();
    await put.getByRole('button', { name: fr.calls.notLater }).click();
    await becomes(before);
    office.dolibarr.events.clear();
  });

  it('who waited for less than was set is left out of the list and of the button’s number, and the page says so', async () => {
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    await page.locator('.missed-line').first().waitFor();
    const before = await open();
    const said = page.locator('.missed-what');
    expect(await said.textContent()).toContain(fr.calls.missedHours.any);
    const options = await office.browser.open(office.browser.pageAddress('options.html'));
    const seconds = options.getByLabel(fr.options.missed.seconds, { exact: true });
    const onButton = () => page.evaluate(() => chrome.action.getBadgeText({}));
    await seconds.fill('120');
    await options.keyboard.press('Enter');
    await said.getByText('raccroché en moins de 2').waitFor();
    const left = await open();
    expect(left).toBeLessThan(before);
    await expect.poll(onButton).toBe(left === 0 ? '' : String(left));
    await page.locator('a[href="#/"]').click();
    await expect.poll(() => page.locator('section[aria-labelledby=open] li').count()).toBe(Math.min(left, 8));
    await seconds.fill('0');
    await options.keyboard.press('Enter');
    await expect.poll(onButton).toBe(String(before));
    await options.close();
  });

  it('a note on a missed call stands in its event, and the line says that there is one', async () => {
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    const line = page.locator('.missed-item', { hasText: 'Lefèvre' }).first();
    await line.getByRole('button', { name: fr.calls.followUp }).click();
    const field = line.getByRole('textbox', { name: fr.notes.field.public });
    await field.fill('Message laissé, rappelle demain');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => [...office.dolibarr.events.values()].map(({ note }) => note).join())
      .toContain('Message laissé, rappelle demain');
    await line.locator('.missed-noted').waitFor();
    await line.locator('.missed-when').click();
    await expect
      .poll(() => page.getByRole('textbox', { name: fr.notes.field.public }).inputValue())
      .toBe('Message laissé, rappelle demain');
    expect(await findings(page, 'body')).toEqual([]);
  });

  it('a caller whom somebody gets through to needs nobody’s task any more: it is done in Dolibarr’s agenda too', async () => {
    await page.goto(`${office.browser.pageAddress('calls.html')}#/missed`);
    const line = page.locator('.missed-item', { hasText: 'Lefèvre' }).first();
    const number = (await line.locator('.missed-who b').textContent())?.replaceAll(/\s/g, '') ?? '';
    await line.getByRole('button', { name: fr.calls.followUp }).click();
    await line.getByRole('button', { name: fr.calls.takeIt }).click();
    const task = () => [...office.dolibarr.events.values()].find(({ percentage }) => percentage >= 0);
    await expect.poll(task).toMatchObject({ percentage: 0 });
    const before = await open();
    office.ucm.add(`1m ago out 203 → ${number} answered 30s`);
    await askFrom(page, 'own.sync', undefined);
    await becomes(before - 1);
    await expect.poll(() => task()?.percentage, { timeout: 20_000 }).toBe(100);
    office.dolibarr.events.clear();
  });
});
