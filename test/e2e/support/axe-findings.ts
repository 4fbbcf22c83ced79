import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds inside `selector` by the rules of WCAG 2.2 AA: rule and place. */
export async function findings(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (inside) => {
    interface Axe {
      run(where: string, how: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
    }
    const { axe: tool } = globalThis as unknown as { axe: Axe }; // put there by the line above
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    // of WCAG 2.2, and not among the rules that axe takes by itself
    const rules = { 'target-size': { enabled: true } };
    const { violations } = await tool.run(inside, { runOnly: { type: 'tag', values: tags }, rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
  }, selector);
}
