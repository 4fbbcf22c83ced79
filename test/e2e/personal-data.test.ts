import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls as callsTexts, keeping, options as texts } from '../../lib/text/fr';
import { bringForward, type Office, openOffice } from './support/office';
import { keptText } from './support/on-disk';
import { setUp } from './support/set-up';
import { untilSynchronised } from './support/state';

/** The garage's number as Dolibarr and the UCM have it, without what differs between notations. */
const DIGITS = '199004712';
const { about, wipe, file } = keeping;

const seconds = () => Math.floor(Date.now() / 1000);

describe('personal data', () => {
  let office: Office;
  let page: Page;
  let erasedAt = 0;

  beforeAll(async () => {
    office = await openOffice();
    // each poll reads the last hour again
    office.ucm.add('10m ago in 0199004712 "Garage Lefèvre" → 203 answered 1m');
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    page = options.page;
  });
  afterAll(() => office.close());

  const section = () => page.locator('#personal-data');
  const lookUp = async (number: string) => {
    await section().getByLabel(about.number, { exact: true }).fill(number);
    await page.keyboard.press('Enter');
  };
  /** object stores in which the number stands; Dolibarr's own directory is another matter */
  const placesOf = async (text: string) =>
    Object.entries(await keptText(page))
      .filter(([name, kept]) => name !== 'parties' && kept.includes(text))
      .map(([name]) => name);

  it('a view of the journal that somebody saved for the number is told of as well', async () => {
    const journal = await office.browser.open(office.browser.pageAddress('calls.html#/journal?text=01+99+00+47+12'));
    for (const name of ['Rappels du garage', 'Toutes les semaines']) {
      await journal.getByRole('button', { name: callsTexts.keepView }).click();
      await journal.keyboard.type(name);
      await journal.keyboard.press('Enter');
      await journal.getByRole('link', { name }).waitFor();
      await journal.evaluate(() => location.assign('#/journal?period=7d'));
      await journal.waitForURL(/period=7d/);
      await journal.locator('.journal-count').waitFor();
    }
    await lookUp('01 99 00 47 12');
    await section()
      .getByText(/vue enregistrée du journal \(Rappels du garage\)/)
      .waitFor();
  });

  it('all about one number is told and saved as a file, with its legs', async () => {
    expect(await placesOf(DIGITS)).toEqual(expect.arrayContaining(['dictionary', 'rows']));
    await lookUp('01 99 00 47 12');
    await section().getByText('Garage Lefèvre').waitFor();
    const saving = page.waitForEvent('download');
    await section().getByRole('button', { name: about.save }).click();
    const saved = JSON.parse(readFileSync(await (await saving).path(), 'utf8'));
    expect(saved.calls.length).toBeGreaterThan(1);
    expect(saved.views).toMatchObject([{ name: 'Rappels du garage' }]);
    expect(saved.parties.map(({ name }: { name: string }) => name)).toContain('Garage Lefèvre');
    const named = saved.calls.filter((call: { legs: object[] }) => JSON.stringify(call.legs).includes(DIGITS));
    expect(named).toHaveLength(saved.calls.length);
  });

  it('a number of one’s own company or half a number is not offered for erasing', async () => {
    await lookUp('203');
    await section().getByText(about.kind.internal).waitFor();
    await lookUp('anonymous');
    await section().getByText(about.kind.unreadable).waitFor();
    expect(await section().getByRole('button', { name: about.erase }).count()).toBe(0);
  });

  it('erased by keyboard it is nowhere on disk, and the next polls do not bring it back', async () => {
    await lookUp('01 99 00 47 12');
    const erase = section().getByRole('button', { name: about.erase });
    await erase.waitFor();
    await erase.focus();
    await page.keyboard.press('Enter');
    // the safe answer has the focus: the way back is one key, and leads to the button again
    await section().getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => erase.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await section().getByRole('button', { name: about.eraseGo }).focus();
    await page.keyboard.press('Enter');
    await section().locator('.said-ok').waitFor();
    erasedAt = seconds();
    expect(await section().locator('.said-ok').textContent()).toContain(about.erasedViews.one);
    expect(await placesOf('Rappels du garage')).toEqual([]);
    expect(await placesOf('Toutes les semaines')).toEqual(['state']);
    expect(await placesOf('99+00+47+12')).toEqual([]);
    expect(await placesOf(DIGITS)).toEqual([]);

    const asked = () => office.ucm.requests.filter(({ action }) => action === 'cdrapi').length;
    const before = asked();
    await bringForward(office, 'sync');
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(before);
    await untilSynchronised(page);
    expect(await placesOf(DIGITS)).toEqual([]);
  });

  it('a call of the number that comes later is a new one', async () => {
    // what begins in the second of the erasing still goes
    await expect.poll(seconds).toBeGreaterThan(erasedAt);
    // The UCM tells whole seconds: a call of the very second of the erasing counts as erased.
    const second = () => Math.floor(Date.now() / 1000);
    const erased = second();
    await expect.poll(second).toBeGreaterThan(erased);
    office.ucm.add('now in 0199004712 "Garage Lefèvre" → 203 answered 1s');
    const poll = async () => {
      await bringForward(office, 'sync');
      return placesOf(DIGITS);
    };
    // its row is written when it has ended
    await expect.poll(poll, { timeout: 30_000, interval: 1000 }).toContain('rows');
  });

  it('settings as a file hold no secret, and change nothing where they come from', async () => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: file.save }).click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text).toContain('127.0.0.1');
    for (const secret of [office.ucm.password, office.dolibarr.key]) expect(text).not.toContain(secret);
    await page.setInputFiles('input[type=file]', {
      name: 'same.json',
      mimeType: 'text/json',
      buffer: Buffer.from(text),
    });
    await page.locator('.preview h3', { hasText: 'same.json' }).waitFor();
    expect(await page.locator('.preview table').count()).toBe(0);
    await page.getByRole('button', { name: file.cancel }).click();
    await page.setInputFiles('input[type=file]', {
      name: 'x.pdf',
      mimeType: 'text/json',
      buffer: Buffer.from('%PDF-'),
    });
    await page.getByText('x.pdf').waitFor();
  });

  it('everything removed leaves an extension as after installation', async () => {
    await section().getByRole('button', { name: wipe.start }).click();
    await section().getByRole('button', { name: wipe.go }).click();
    await page.getByText(wipe.done).waitFor({ timeout: 30_000 });
    const kept = await keptText(page);
    for (const [name, text] of Object.entries(kept)) {
      if (name.startsWith('storage.')) continue;
      if (name === 'state') expect(text).not.toContain('127.0.0.1');
      else expect(JSON.parse(text), name).toEqual([[], []]);
    }
    // the word that something changed may have been said already
    expect(Object.keys(JSON.parse(kept['storage.local'] ?? '')).filter((key) => key !== 'changed')).toEqual([]);
    expect(kept['storage.session']).toBe('{}');
    const left = await page.evaluate(async () => ({
      alarms: (await chrome.alarms.getAll()).length,
      origins: (await chrome.permissions.getAll()).origins ?? [],
      scripts: (await chrome.scripting.getRegisteredContentScripts()).length,
    }));
    expect(left).toEqual({ alarms: 0, origins: [], scripts: 0 });
    expect(await page.getByLabel(texts.ucm.address, { exact: true }).inputValue()).toBe('');
  });

  it('and it can be set up again at once', async () => {
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    await options.page.close();
  });
});
