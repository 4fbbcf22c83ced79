import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../browsers/launch';
import { removeProfile } from '../browsers/remove-profile';
import { MAIN_PARTY, SALES_RIGHTS } from '../sim';
import { type CardPage, openCard } from './support/card-page';
import { readState, writeState } from './support/kept-state';
import { bringForward, extensionFolder, type Office } from './support/office';
import { openReadyOffice } from './support/ready-office';
import { askState } from './support/state';

const publicNote = '.note-public textarea';

async function openCall(page: Page, office: Office, line = 1): Promise<CardPage> {
  const card = await openCard(page, `${office.card(MAIN_PARTY)}#calls`);
  await card.panel.locator(`[data-line="${line}"] .number`).waitFor();
  await card.panel.locator(`[data-line="${line}"]`).click();
  await card.panel.locator('.opened .notes').waitFor();
  return card;
}

const noted = ({ dolibarr }: Office) =>
  [...dolibarr.events.values()].filter(({ ref_ext }) => ref_ext.startsWith('ucm:'));

describe('a note on a call', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice();
  });
  afterAll(() => office.close());

  it('is in Dolibarr when its field is left, by keyboard alone, and stands there after a reload', async () => {
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    const line = card.panel.locator('[data-line="1"]');
    await line.locator('.number').waitFor();
    await line.focus();
    await card.page.keyboard.press('Enter');
    // closed until what is known of the call has come
    await expect.poll(() => card.panel.locator(publicNote).isEnabled()).toBe(true);
    await card.panel.locator(publicNote).focus();
    await card.page.keyboard.type('Rappeler mardi, jk l m');
    await card.page.keyboard.press('Tab');
    await card.panel.locator('.note-event').waitFor();
    expect(noted(office)).toMatchObject([{ label: expect.stringContaining('06 39 98 12 34'), socid: MAIN_PARTY }]);
    expect(noted(office)[0]?.note).toContain('Rappeler mardi, jk l m');
    await card.page.reload();
    await card.panel.locator('[data-line="1"] .number').waitFor();
    await card.panel.locator('[data-line="1"]').click();
    await expect.poll(() => card.panel.locator(publicNote).inputValue()).toBe('Rappeler mardi, jk l m');
    await card.page.close();
  });

  it('of a colleague is shown above, with who wrote it, and as text alone', async () => {
    const card = await openCall(await office.browser.context.newPage(), office);
    const [first] = noted(office);
    if (!first) throw new Error('no event');
    office.dolibarr.events.set(9000, {
      ...first,
      id: 9000,
      ownerId: office.dolibarr.sales.id,
      ref_ext: `${first.ref_ext}:u${office.dolibarr.sales.id}`,
      note: '<b>Public note (Claire Morel)</b><br>&lt;img src=x onerror=alert(1)&gt; il rappelle',
    });
    await card.panel.locator('[data-line="1"]').click();
    await card.panel.locator('[data-line="1"]').click();
    const note = card.panel.locator('.others-notes li');
    await note.waitFor();
    expect(await note.textContent()).toContain('Claire Morel');
    expect(await note.textContent()).toContain('<img src=x onerror=alert(1)> il rappelle');
    expect(await note.locator('img').count()).toBe(0);
    office.dolibarr.events.delete(9000);
    await card.page.close();
  });

  it('for me alone stays in this browser', async () => {
    const card = await openCall(await office.browser.context.newPage(), office, 2);
    await card.panel.locator('.note-onlyMe textarea').fill('ne pas oublier');
    await card.panel.locator('.note-onlyMe textarea').blur();
    await card.page.reload();
    await card.panel.locator('[data-line="2"] .number').waitFor();
    await card.panel.locator('[data-line="2"]').click();
    await expect.poll(() => card.panel.locator('.note-onlyMe textarea').inputValue()).toBe('ne pas oublier');
    expect([...office.dolibarr.events.values()].some(({ note }) => note.includes('ne pas oublier'))).toBe(false);
    await card.page.close();
  });

  it('typed and the page closed at once: it is sent all the same', async () => {
    const card = await openCall(await office.browser.context.newPage(), office, 3);
    await card.panel.locator(publicNote).pressSequentially('vite');
    await card.page.close({ runBeforeUnload: true });
    await expect.poll(() => noted(office).filter(({ note }) => note.includes('vite')).length).toBe(1);
  });
});

describe('a note in another user’s page', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice({}, { pageUser: 2 });
  });
  afterAll(() => office.close());

  it('is written in the name of the key’s user only when he agrees', async () => {
    const card = await openCall(await office.browser.context.newPage(), office);
    const agree = card.panel.locator('.notes .notice .button');
    await agree.waitFor();
    expect(await card.panel.locator('.notes .notice').textContent()).toContain('Super Admin');
    expect(await card.panel.locator(publicNote).isDisabled()).toBe(true);
    await agree.click();
    await agree.waitFor({ state: 'detached' });
    await card.panel.locator(publicNote).fill('d’accord');
    await card.panel.locator(publicNote).blur();
    await expect.poll(() => noted(office).length).toBe(1);
  });
});

describe('a note without the right to write events', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice();
  });
  afterAll(() => office.close());

  it('cannot be typed, and the right that is missing is named', async () => {
    office.dolibarr.admin.rights.delete('agenda.myactions.create');
    expect(SALES_RIGHTS).toContain('agenda.myactions.create');
    const card = await openCall(await office.browser.context.newPage(), office);
    await card.panel.locator('.notes .quiet').waitFor();
    expect(await card.panel.locator('.notes .quiet').textContent()).toContain('Créer/modifier');
    expect(await card.panel.locator(publicNote).count()).toBe(0);
    await card.panel.locator('.note-onlyMe textarea').waitFor();
  });
});

describe('a note typed while Dolibarr is away', () => {
  const profile = mkdtempSync(join(tmpdir(), 'calls-notes-'));
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice({ profile });
  });
  afterAll(async () => {
    await office.close();
    await removeProfile(profile);
  });

  it('outlives the end of the browser, and is in Dolibarr once', async () => {
    const card = await openCall(await office.browser.context.newPage(), office);
    for (const name of ['GET /api/index.php/users/info', 'GET /api/index.php/agendaevents']) {
      office.dolibarr.faults.add(name, { kind: 'drop' }, 1000);
    }
    await card.panel.locator(publicNote).fill('gardé pour demain');
    await card.panel.locator(publicNote).blur();
    await card.panel.locator('.note-state', { hasText: 'envoyée dès que possible' }).waitFor();
    await office.browser.close();
    expect(noted(office)).toEqual([]);
    office.dolibarr.faults.clear();
    office.browser = await launchChromium({ extension: extensionFolder(), profile });
    await bringForward(office, 'sync');
    await expect.poll(() => noted(office).length, { timeout: 20_000 }).toBe(1);
    await bringForward(office, 'sync');
    const again = await openCall(await office.browser.context.newPage(), office);
    await expect.poll(() => again.panel.locator(publicNote).inputValue()).toBe('gardé pour demain');
    expect(noted(office)).toHaveLength(1);
  });
});

describe('an event for every call of a known thirdparty', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice();
  });
  afterAll(() => office.close());

  it('is made once for those from then on, and for none before', async () => {
    const options = await office.browser.open(office.browser.pageAddress('options.html'));
    await options.locator('#dolibarr-events').selectOption('matched');
    const logged = () => readState<{ since: number } | undefined>(options, 'logged-calls');
    // a run sees that it is wanted from now on
    await expect
      .poll(
        async () => {
          await bringForward(office, 'sync');
          return logged();
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toMatchObject({ calls: [] });
    expect(noted(office)).toEqual([]);
    // an hour later
    const { since = 0 } = (await logged()) ?? {};
    await writeState(options, 'logged-calls', { since: since - 3600, calls: [], fresh: [] });
    office.ucm.add('30m ago in 0199004712 "Garage Lefèvre" → 203 answered 1m30');
    await bringForward(office, 'sync');
    const ours = () => noted(office).filter(({ label }) => label.includes('01 99 00 47 12'));
    await expect.poll(() => ours().length, { timeout: 20_000 }).toBe(1);
    expect(ours()).toMatchObject([{ socid: MAIN_PARTY, note: '', percentage: -1 }]);
    const { lastRun } = await askState(options);
    await expect.poll(() => Date.now() / 1000).toBeGreaterThan(lastRun + 1); // runs are told apart by their second
    await bringForward(office, 'sync');
    await expect.poll(async () => (await askState(options)).lastRun, { timeout: 20_000 }).toBeGreaterThan(lastRun);
    expect(ours()).toHaveLength(1);
    expect(new Set(noted(office).map(({ ref_ext }) => ref_ext)).size).toBe(noted(office).length);
  });
});
