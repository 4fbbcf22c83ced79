import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keeping, why } from '../../lib/text/fr';
import { MAIN_PARTY } from '../sim';
import { openCard } from './support/card-page';
import { type Office, openOffice } from './support/office';
import { setUp } from './support/set-up';

/** What a caller may call himself: the UCM writes it down and hands it on. */
const hostile = [
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  '=HYPERLINK(1;2)',
  'Garage \u202eerveefeL\u202c\u2066x\u2069',
  'W'.repeat(10_000),
];

describe('names that somebody made up to do harm', () => {
  let office: Office;
  const dialogs: string[] = [];

  beforeAll(async () => {
    office = await openOffice();
    office.browser.context.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const [i, name] of hostile.entries()) {
      office.ucm.add(`${i + 5}m ago in 0199004712 "${name}" → 203 answered 1m`);
      // nobody has these in Dolibarr, and nobody answered them: missed, unknown, and named by what the caller sent
      office.ucm.add(`${i + 15}m ago in 0199004${820 + i} "${name}" → 203 rang 10s`);
      // as colleagues, or an import, may have called a party there
      office.dolibarr.addThirdparty({ name, phone: `+3319900484${i} <i onmouseover=alert(4)>\u202e` });
      office.ucm.add(`${i + 25}m ago in 0199004${840 + i} → 203 answered 1m`);
    }
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    await options.page.close();
  });
  afterAll(() => office.close());

  /** Elements that nobody drew, and characters that turn round what follows; how far the screen is too wide. */
  const harm = (page: Page, where: string) =>
    page.evaluate((selector) => {
      const host = document.querySelector(selector);
      const root = host?.shadowRoot ?? host;
      const text = root?.textContent ?? '';
      return {
        made: root?.querySelectorAll('img[src="x"], script, [onerror]').length,
        turned: /[\u202a-\u202e\u2066-\u2069]/.test(text),
        text,
        wide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      };
    }, where);

  it.each([1400, 390])('are text on the card, in a line opened, at %i px', async (width) => {
    const page = await office.browser.context.newPage();
    await page.setViewportSize({ width, height: 1600 });
    const before = await page.goto(office.card(MAIN_PARTY)).then(() => pageWidth(page));
    const card = await openCard(page, `${office.card(MAIN_PARTY)}#calls`);
    for (const [line, name] of hostile.entries()) {
      await card.panel.locator(`[data-line="${line}"]`).click();
      const opened = card.panel.locator('.opened');
      await opened.first().waitFor();
      const { text, ...found } = await harm(page, '.calls-for-dolibarr');
      expect(found, name.slice(0, 20)).toMatchObject({ made: 0, turned: false });
      if (line < 2) expect(text, 'shown as it was written').toContain(name);
      await card.panel.locator(`[data-line="${line}"]`).click();
      await opened.waitFor({ state: 'detached' });
    }
    expect(await pageWidth(page), 'no wider than Dolibarr’s own card').toBeLessThanOrEqual(before);
    expect(dialogs).toEqual([]);
    await page.close();
  });

  it.each([1400, 390])('are text on the page of all calls, in each of its views, at %i px', async (width) => {
    const page = await office.browser.context.newPage();
    await page.setViewportSize({ width, height: 1600 });
    for (const view of ['overview', 'journal', 'missed', 'statistics?by=party', 'unknown']) {
      await page.goto('about:blank');
      await page.goto(office.browser.pageAddress(`calls.html#/${view}`));
      const shown = () => page.locator('main').textContent();
      await expect.poll(shown, { message: view }).toMatch(/alert\(1\)|HYPERLINK|erveefeL|WWWW/);
      const { text: _, ...found } = await harm(page, 'body');
      expect(found, view).toEqual({ made: 0, turned: false, wide: 0 });
    }
    expect(dialogs).toEqual([]);
    await page.close();
  });

  it.each([1400, 390])(
    'are text on the options page: ten calls, why a number is whose, all about one, at %i px',
    async (width) => {
      const page = await office.browser.context.newPage();
      await page.setViewportSize({ width, height: 1600 });
      await page.goto(office.browser.pageAddress('options.html'));
      await page.locator('.ten-calls tbody tr').nth(9).waitFor();
      const diagnostics = page.locator('#diagnostics');
      await diagnostics.locator('#why-number').fill('0199004840');
      await diagnostics.getByRole('button', { name: why.ask.look, exact: true }).click();
      await diagnostics
        .getByText(hostile[0] ?? '')
        .first()
        .waitFor();
      const about = page.locator('#personal-data');
      await about.getByLabel(keeping.about.number, { exact: true }).fill('0199004842');
      await about.getByRole('button', { name: keeping.about.look, exact: true }).click();
      await about.getByText('erveefeL').first().waitFor();
      const { text: _, ...found } = await harm(page, 'body');
      expect(found).toEqual({ made: 0, turned: false, wide: 0 });
      expect(dialogs).toEqual([]);
      await page.close();
    },
  );

  it('could not become markup in a page of the extension, were it tried', async () => {
    const page = await office.browser.open(office.browser.pageAddress('popup.html'));
    const tried = page.evaluate((text) => {
      document.body.innerHTML = text;
    }, hostile[0] ?? '');
    await expect(tried).rejects.toThrow('TrustedHTML');
    await page.close();
  });

  it('are text in the popup', async () => {
    const page = await office.browser.context.newPage();
    await page.setViewportSize({ width: 360, height: 600 });
    await page.goto(office.browser.pageAddress('popup.html'));
    await page.locator('a, button').nth(2).waitFor();
    expect(await harm(page, 'body')).toMatchObject({ made: 0, turned: false, wide: 0 });
    expect(dialogs).toEqual([]);
    await page.close();
  });
});

const pageWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
