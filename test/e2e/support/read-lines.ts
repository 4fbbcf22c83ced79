import type { Page } from 'playwright-core';
import * as en from '../../../lib/text/en';
import * as fr from '../../../lib/text/fr';
import { cardOn } from './card-page';

/** A line of the panel as it stands on the screen, its words turned back into what they mean. */
export interface ShownLine {
  /** as shown: 23/11/2026 09:12 */
  when: string;
  direction: string;
  outcome: string;
  type: string;
  /** as shown; '' for a hidden number */
  number: string;
  /** seconds */
  talk: number;
}

/** All lines of the open panel, newest first. The page is made high enough for every line to be drawn. */
export async function readLines(page: Page, language: 'fr' | 'en' = 'fr'): Promise<ShownLine[]> {
  const { call } = language === 'fr' ? fr : en;
  const card = cardOn(page);
  const list = card.panel.locator('[role=treegrid]');
  await list.or(card.panel.locator('.nothing')).first().waitFor();
  if ((await list.count()) === 0) return [];
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1400, height: 6000 });
  const lines = list.locator('[data-line]');
  const count = Number(await list.getAttribute('aria-rowcount')) - 1; // the first row is the columns' titles
  await lines
    .nth(count - 1)
    .locator('.cell-date')
    .waitFor();
  const raw = await lines.evaluateAll((rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';
      return {
        when: `${row.querySelector('.day')?.getAttribute('title') ?? ''} ${text('.cell-date .second')}`,
        direction: text('.cell-direction'),
        outcome: text('.cell-outcome .badge'),
        type: text('.cell-through > span'),
        number: text('.cell-who .number'),
        talk: text('.cell-talk'),
      };
    }),
  );
  if (before) await page.setViewportSize(before);
  return raw.map((line) => ({
    ...line,
    direction: keyOf(call.direction, line.direction),
    outcome: keyOf(call.outcome, line.outcome),
    type: keyOf(call.type, line.type),
    number: line.number === call.hidden ? '' : line.number,
    talk: line.talk.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
  }));
}

function keyOf(words: Record<string, string>, word: string): string {
  return Object.keys(words).find((key) => words[key] === word) ?? `“${word}”`;
}
