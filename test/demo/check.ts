import type { LaunchedBrowser } from '../browsers/launch';
import { openCard } from '../e2e/support/card-page';
import { readLines, type ShownLine } from '../e2e/support/read-lines';
import type { Call } from '../sim/story/call';
import { lastNine, numbersOf, PARTIES } from '../sim/story/parties';
import { truth } from '../sim/story/truth';

/** The story's words for what the product calls otherwise. A fax is taken by a machine: answered, of the type fax. */
const outcomeOf: Record<string, string> = { noAnswer: 'unanswered', ivrHangup: 'menu', fax: 'answered' };

export interface Checked {
  /** calls of the story with an outside party, and those of them that some card should show */
  told: number;
  expected: number;
  shown: number;
  wrong: string[];
}

/**
 * Reads every card of the story's Dolibarr from the screen and compares it with what the story says: each call of a
 * party on its card exactly once, with its direction, outcome, number and seconds of talk, and no other call there.
 */
export async function checkCards(
  browser: LaunchedBrowser,
  story: readonly Call[],
  cardAddress: (party: number) => string,
): Promise<Checked> {
  const outside = story.map((call) => ({ call, ...truth(call) })).filter(({ direction }) => direction !== 'internal');
  const result: Checked = { told: outside.length, expected: 0, shown: 0, wrong: [] };
  const page = await browser.context.newPage();
  for (const party of PARTIES) {
    const numbers = numbersOf(party.id);
    const expected = outside
      .filter(({ number }) => numbers.has(lastNine(number)))
      .sort((a, b) => b.start - a.start)
      .map(({ call, direction, outcome, number, talk }) => ({
        line: call.line,
        told: [direction, outcomeOf[outcome] ?? outcome, lastNine(number), talk].join(' '),
      }));
    await openCard(page, cardAddress(party.id));
    const shown = (await readLines(page)).map(read);
    result.expected += expected.length;
    result.shown += shown.length;
    if (shown.length !== expected.length) {
      result.wrong.push(`${party.name}: ${shown.length} calls shown, ${expected.length} told`);
    }
    expected.forEach(({ line, told }, i) => {
      if (shown[i] !== told) result.wrong.push(`${party.name}: “${line}” is told as ${told}, shown as ${shown[i]}`);
    });
  }
  await page.close();
  return result;
}

function read({ direction, outcome, number, talk }: ShownLine): string {
  return [direction, outcome, lastNine(number), talk].join(' ');
}
