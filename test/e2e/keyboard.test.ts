import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

/** More than any page of ours has. */
const MOST_STOPS = 200;

interface Stop {
  what: string;
  named: boolean;
  seen: boolean;
  outlined: boolean;
  line: boolean;
}

describe('the Tab key', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openReadyOffice({ language: 'fr-FR' });
  });
  afterAll(() => office.close());

  /** Where the focus is, inside closed-off parts of a page too; undefined when it has left the page. */
  const stop = (page: Page): Promise<Stop | undefined> =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return undefined;
      const labels = 'labels' in at ? (at as HTMLInputElement).labels : null; // of any field
      const name = [at.getAttribute('aria-label'), labels?.[0]?.textContent, at.textContent, at.title].find(Boolean);
      const { width, height, top, left } = at.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return {
        what: `${at.tagName} ${at.className} ${name?.trim().slice(0, 40)}`,
        named: (name ?? '').trim() !== '',
        seen: width > 1 && height > 1 && top < innerHeight && left < innerWidth && top + height > 0,
        outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
        line: at.getAttribute('role') === 'row',
      };
    });

  async function walk(page: Page): Promise<Stop[]> {
    const stops: Stop[] = [];
    while (stops.length < MOST_STOPS) {
      await page.keyboard.press('Tab');
      const next = await stop(page);
      if (!next) return stops;
      stops.push(next);
    }
    return stops;
  }

  it.each([
    ['calls.html#/', '.few li'],
    ['calls.html#/journal', '[data-line="0"] a'],
    ['calls.html#/missed', '.missed-line'],
    ['calls.html#/statistics', '.heat a'],
    ['calls.html#/unknown', 'main li'],
    ['options.html', '.step'],
    ['popup.html', '.recent'],
  ])('goes through all of %s: each stop has a name and is seen, and the way out is found', async (address, ready) => {
    const page = await office.browser.open(office.browser.pageAddress(address));
    await page.locator(ready).first().waitFor();
    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(3);
    expect(stops.length).toBeLessThan(MOST_STOPS);
    expect(stops.filter(({ named, seen, outlined }) => !named || !seen || !outlined)).toEqual([]);
    // a list that may have a million lines is one stop
    expect(stops.filter(({ line }) => line).length).toBeLessThanOrEqual(1);
    await page.close();
  });

  it('comes from the tab bar of Dolibarr into the panel, whose list is one stop, and out of it', async () => {
    const page = await office.browser.open(`${office.dolibarr.url}/societe/card.php?socid=1#calls`);
    await page.locator('[role="row"][tabindex="0"]').waitFor();
    const stops = await walk(page);
    const ours = stops.slice(stops.findIndex(({ what }) => what.includes('Synchroniser')));
    expect(ours.length).toBeGreaterThan(7);
    expect(ours.filter(({ named, seen, outlined }) => !named || !seen || !outlined)).toEqual([]);
    expect(ours.filter(({ line }) => line)).toHaveLength(1);
    await page.close();
  });
});
