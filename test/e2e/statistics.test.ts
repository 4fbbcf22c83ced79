import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fr from '../../lib/text/fr';
import { findings } from './support/axe-findings';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

describe.each([{ dark: false }, { dark: true }])('the statistics, dark: $dark', ({ dark }) => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openReadyOffice({ dark, language: 'fr-FR' }, { dark });
    page = await office.browser.open(office.browser.pageAddress('calls.html#/statistics?period=12m&unit=month'));
    await page.locator('.heat a').first().waitFor();
  });
  afterAll(() => office.close());

  /** Goes to an address of the page and waits for what stands there. */
  async function go(address: string, wanted: string): Promise<void> {
    await page.evaluate((hash) => location.assign(hash), address);
    await page.locator(wanted).first().waitFor();
  }
  async function listed(address: string): Promise<number> {
    await go(address, '.journal-count');
    await page.waitForFunction(() => /\d/.test(document.querySelector('.journal-count')?.textContent ?? ''));
    const count = Number(/\d+/.exec((await page.locator('.journal-count').textContent()) ?? '')?.[0]);
    await go('#/missed', '.missed-states');
    return count;
  }

  it('each figure, bar, cell and line leads to a journal of just as many calls', async () => {
    const behind = new Map<string, number>();
    for (const by of ['extension', 'through', 'did', 'trunk', 'party']) {
      await go(`#/statistics?period=12m&unit=month&by=${by}`, '.heat a');
      await page.locator(`.tabs [aria-current][href*="${by === 'extension' ? 'statistics' : by}"]`).waitFor();
      const links = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('.beside a, .groups a, .heat a')].map((link) => [
          link.getAttribute('href') ?? '',
          link.textContent ?? '',
        ]),
      );
      for (const [address = '', text = ''] of links) if (/^\d+$/.test(text)) behind.set(address, Number(text));
    }
    expect(behind.size).toBeGreaterThan(60);
    const wrong = [];
    for (const [address, count] of behind) {
      const found = await listed(address);
      if (found !== count) wrong.push([address, count, found]);
    }
    expect(wrong).toEqual([]);
  });

  it('a bar is a link, and so is the same figure in the table below it, which the keyboard reaches', async () => {
    await go('#/statistics?period=12m&unit=month', '.chart-link');
    const bars = await page.locator('.chart-link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(bars.length).toBeGreaterThanOrEqual(12);
    await page.locator('.chart-table summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(bars).toContain(first);
    await page.keyboard.press('Enter');
    await page.locator('[data-line="0"]').waitFor();
    await page.goBack();
    await page.locator('.chart-link').first().waitFor();
  });

  it('the arrows go through the hours, and period and grouping stand in the address', async () => {
    await page.locator('.heat [tabindex="0"]').focus();
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    await page.keyboard.press('ArrowRight');
    const after = await page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    expect(Number(after)).toBeGreaterThan(Number(before));
    await page.getByLabel(fr.statistics.period, { exact: true }).last().selectOption('7d');
    await page.getByLabel(fr.statistics.units).selectOption('week');
    await page.waitForURL(/period=7d&unit=week/);
  });

  it('is printed dark on white, the whole of the bars within the paper', async () => {
    await go('#/statistics?period=30d', '.chart-link');
    await page.emulateMedia({ media: 'print', colorScheme: dark ? 'dark' : 'light' });
    const printed = await page.evaluate(async () => {
      const chart = document.querySelector<HTMLElement>('.chart');
      const canvas = chart?.querySelector('canvas');
      if (!chart || !canvas) throw new Error('no bars');
      // paper is narrower than the window that the bars were drawn for
      chart.style.width = '600px';
      const width = canvas.getBoundingClientRect().width;
      chart.style.width = '';
      const colour = (name: string) => getComputedStyle(chart).getPropertyValue(name).trim();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const wanted = colour('--chart');
      const hex = (at: number) => [0, 1, 2].map((k) => (data[at + k] ?? 0).toString(16).padStart(2, '0')).join('');
      const isDrawn = Array.from({ length: data.length / 4 }, (_, k) => hex(k * 4)).includes(wanted.slice(1));
      return { width, paper: colour('--paper'), wanted, isDrawn };
    });
    await page.emulateMedia({ media: 'screen', colorScheme: dark ? 'dark' : 'light' });
    expect(printed).toEqual({ width: 600, paper: '#fff', wanted: '#4a6fa5', isDrawn: true });
  });

  it('the bars are given as a PNG', async () => {
    await go('#/statistics?period=12m&unit=month', '.chart-link');
    const given = page.waitForEvent('download');
    await page.getByRole('button', { name: fr.statistics.save, exact: true }).click();
    const file = await given;
    expect(file.suggestedFilename()).toMatch(/^statistiques-.*\.png$/);
    // above the bars it says what their colours mean, which the page says beside the canvas
    const bytes = readFileSync(await file.path()).toString('base64');
    const [painted, wanted] = await page.evaluate(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const pen = new OffscreenCanvas(image.width, 64).getContext('2d');
      pen?.drawImage(image, 0, 0);
      const { data = [] } = pen?.getImageData(0, 0, image.width, 64) ?? {};
      const hex = (at: number) => [0, 1, 2].map((i) => (data[at + i] ?? 0).toString(16).padStart(2, '0')).join('');
      const found = new Set(Array.from({ length: data.length / 4 }, (_, i) => `#${hex(i * 4)}`));
      const style = getComputedStyle(document.querySelector('.chart canvas') ?? document.body);
      const colours = ['--chart', '--chart-part'].map((name) => style.getPropertyValue(name).trim());
      return [colours.filter((colour) => found.has(colour)), colours];
    }, bytes);
    expect(painted).toEqual(wanted);
  });

  it('the hours are given as a PNG in the colours of the page, by keyboard alone', async () => {
    const given = page.waitForEvent('download');
    await page.getByRole('button', { name: fr.statistics.heat }).focus();
    await page.keyboard.press('Enter');
    const file = await given;
    expect(file.suggestedFilename()).toMatch(/^statistiques-heures-\d.*\.png$/);
    const bytes = readFileSync(await file.path()).toString('base64');
    const found = await page.evaluate(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      pen?.drawImage(image, 0, 0);
      const inPicture = new Set<string>();
      const { data = new Uint8ClampedArray() } = pen?.getImageData(0, 0, image.width, image.height) ?? {};
      for (let i = 0; i < data.length; i += 4) inPicture.add(data.slice(i, i + 3).join());
      const drawn = (colour: string): string => {
        const dot = new OffscreenCanvas(1, 1).getContext('2d');
        if (dot) dot.fillStyle = colour;
        dot?.fillRect(0, 0, 1, 1);
        return dot?.getImageData(0, 0, 1, 1).data.slice(0, 3).join() ?? '';
      };
      const cells = [...document.querySelectorAll('.heat td[data-hour]')];
      const onPage = new Set(cells.map((cell) => drawn(getComputedStyle(cell).backgroundColor)));
      return { shades: onPage.size, missing: [...onPage].filter((colour) => !inPicture.has(colour)) };
    }, bytes);
    expect(found.shades).toBeGreaterThan(2);
    expect(found.missing).toEqual([]);
  });

  it('is for everybody to use', async () => {
    await page.locator('.meanings summary').click();
    await page.locator('.chart-table summary').click();
    expect(await findings(page, 'body')).toEqual([]);
  });
});
