import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSentencesFile } from '../../lib/text/text-files';
import { launchChromium } from '../browsers/launch';
import { catalogueOf, catalogues } from '../catalogues';
import { MAIN_PARTY } from '../sim';
import { type CardPage, openCard } from './support/card-page';
import { extensionFolder, type Office } from './support/office';
import { openReadyOffice } from './support/ready-office';
import { setUp } from './support/set-up';
import { askState } from './support/state';

const de = catalogueOf('de');
const es = catalogueOf('es');
const fr = catalogueOf('fr');
const italian = catalogueOf('it');
const publicNote = '.note-public textarea';

const noted = ({ dolibarr }: Office) =>
  [...dolibarr.events.values()].filter(({ ref_ext }) => ref_ext.startsWith('ucm:'));

async function openCall(page: Page, office: Office): Promise<CardPage> {
  const card = await openCard(page, `${office.card(MAIN_PARTY)}#calls`);
  await card.panel.locator('[data-line="1"] .number').waitFor();
  await card.panel.locator('[data-line="1"]').click();
  await expect.poll(() => card.panel.locator(publicNote).isEnabled()).toBe(true);
  return card;
}

describe('in a German Dolibarr and a French browser', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice({}, { language: 'de_DE' });
  });
  afterAll(() => office.close());

  it('the card speaks as its page does: tab, count, last calls, menu and panel', async () => {
    const card = await openCard(await office.browser.context.newPage(), office.card(MAIN_PARTY));
    await card.tab.locator('.badge').waitFor();
    expect(await card.tab.textContent()).toContain(de.tab.label);
    expect(await card.tab.getAttribute('title')).toBe(
      de.tabLater.count.other.replace('{count}', String(await card.count())),
    );
    expect(await card.page.locator('#mainmenutd_calls a').first().getAttribute('title')).toBe(de.tab.menu);
    await card.page.locator('.calls-for-dolibarr-last').getByText(de.aside.title).waitFor();
    await card.open();
    await card.panel.getByText(de.panel.last, { exact: true }).first().waitFor();
    expect(await card.panel.getByText(fr.panel.last, { exact: true }).count()).toBe(0);
    await card.page.close();
  });

  it('a note and its event are in the language of the panel, and a colleague’s French browser reads them', async () => {
    const card = await openCall(await office.browser.context.newPage(), office);
    await card.panel.locator(publicNote).fill('Rückruf am Dienstag');
    await card.panel.locator(publicNote).blur();
    await card.panel.locator('.note-event').waitFor();
    await card.page.close();
    const [event] = noted(office);
    expect(event?.note).toMatch(/^<b>Öffentliche Notiz \(/);
    expect(event?.label).toContain(de.event.label.in.replace(' {number}', ''));

    const colleague = await launchChromium({ extension: extensionFolder(), language: 'fr-FR' });
    try {
      const options = await setUp(colleague, office.machines);
      await options.page.getByLabel(fr.options.language).selectOption('fr');
      await options.waitForCalls();
      const theirs = await openCall(await colleague.context.newPage(), office);
      await theirs.panel.getByText(fr.panel.last, { exact: true }).first().waitFor();
      await expect.poll(() => theirs.panel.locator(publicNote).inputValue()).toBe('Rückruf am Dienstag');
      await theirs.panel.locator(publicNote).fill('rappelé');
      await theirs.panel.locator(publicNote).blur();
      await expect
        .poll(() => noted(office).map(({ note }) => note))
        .toEqual([expect.stringMatching(/^<b>Note publique \([^)]*\)<\/b><br>rappelé$/)]);
    } finally {
      await colleague.close();
    }
  });

  it('the language that is set counts on every screen at once, and after the page is loaded again', async () => {
    const page = await office.browser.open(office.browser.pageAddress('options.html'));
    await page.getByLabel(fr.options.language).selectOption({ label: 'Español' });
    await page.getByRole('heading', { name: es.options.title }).waitFor();
    const popup = await office.browser.open(office.browser.pageAddress('popup.html'));
    await popup.getByText(es.popup.recent).waitFor();
    await page.getByLabel(es.options.language).selectOption({ label: 'Italiano' });
    await popup.getByText(italian.popup.recent).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: italian.options.title }).waitFor();
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    await card.panel.getByText(italian.panel.last, { exact: true }).first().waitFor();
    expect(await card.tab.textContent()).toContain(de.tab.label);
    for (const one of [page, popup, card.page]) await one.close();
  });

  it('the background reads what it seldom says from its own files, under the rules for content of its pages', async () => {
    const page = await office.browser.open(office.browser.pageAddress('popup.html'));
    await askState(page);
    for (const { language, errors } of catalogues) {
      const sentences = await office.browser
        .worker()
        ?.evaluate(async (path) => (await fetch(chrome.runtime.getURL(path))).json(), errorSentencesFile(language));
      expect(sentences['dolibarr-key']).toBe(errors['dolibarr-key'].what);
    }
    await page.close();
  });
});
