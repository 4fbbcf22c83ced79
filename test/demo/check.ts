import { openCard } from '../e2e/support/card-page';
import type { Office } from '../e2e/support/office';
import { readLines, type ShownLine } from '../e2e/support/read-lines';
import { askState } from '../e2e/support/state';
import { lastNine, numbersOf, PARTIES, truth } from '../sim';
import { setUpDemo } from './set-up';
import { shownOutcome } from './shown-outcome';

export interface Checked {
  /** calls of the story with an outside party, and lines that the cards should show for them */
  told: number;
  expected: number;
  shown: number;
  wrong: string[];
}

/** `--check`: one line that says what was told and shown; 0 when it is the same and came over the network. */
export async function checkStory(extension: string): Promise<number> {
  const early: string[] = [];
  const office = await setUpDemo(
    { extension },
    {
      before: ({ ucm }) => ucm.faults.add('cdrapi', { kind: 'delay', ms: SLOW }),
      meanwhile: async (opened) => void early.push(...(await keptTooEarly(opened))),
    },
  );
  try {
    const { told, expected, shown, wrong } = await checkCards(office);
    const asked = office.ucm.requests.filter(({ action }) => action === 'cdrapi');
    const rows = asked.reduce((sum, request) => sum + (request.rows ?? 0), 0);
    for (const line of [...early, ...wrong]) console.error(line);
    console.log(
      `story ${office.story.length} calls (${told} with an outside party), expected on cards ${expected}, ` +
        `shown ${shown}, cdrapi requests ${asked.length}, rows served ${rows}`,
    );
    return early.length === 0 && wrong.length === 0 && shown > 0 && rows > 0 ? 0 : 1;
  } finally {
    await office.close();
  }
}

/** How long the first page of calls is held back, in milliseconds. */
const SLOW = 3000;

/** What is wrong when calls are kept while the UCM has not yet sent any. */
async function keptTooEarly({ browser, ucm }: Office): Promise<string[]> {
  const page = await browser.open(browser.pageAddress('popup.html'));
  let first = ucm.requests.find(({ action }) => action === 'cdrapi');
  for (const from = Date.now(); !first && Date.now() - from < 30_000; ) {
    await page.waitForTimeout(20);
    first = ucm.requests.find(({ action }) => action === 'cdrapi');
  }
  const { calls } = await askState(page);
  await page.close();
  if (!first) return ['The UCM was never asked for calls.'];
  if (Date.now() - first.at >= SLOW) return ['Too slow to see what was kept before the first page of calls came.'];
  return calls === 0 ? [] : [`${calls} calls were kept before the UCM had sent any.`];
}

/**
 * Reads every card of the story's Dolibarr from the screen and compares it with what the story says: each call of a
 * party on its card exactly once, at its time, with its direction, outcome, number and seconds of talk, and no other
 * call there. Needs a browser whose language is French.
 */
export async function checkCards({
  browser,
  story,
  card,
}: Pick<Office, 'browser' | 'story' | 'card'>): Promise<Checked> {
  const outside = story.map((call) => ({ call, ...truth(call) })).filter(({ direction }) => direction !== 'internal');
  const result: Checked = { told: outside.length, expected: 0, shown: 0, wrong: [] };
  const page = await browser.context.newPage();
  for (const party of PARTIES) {
    const numbers = numbersOf(party.id);
    const expected = outside
      .filter(({ number }) => numbers.has(lastNine(number)))
      .sort((a, b) => b.start - a.start)
      .map(({ call, start, direction, outcome, number, talk }) => ({
        line: call.line,
        told: [when(start), direction, shownOutcome(outcome), lastNine(number), talk].join(' '),
      }));
    await openCard(page, `${card(party.id)}#calls`);
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

/** As a French browser on this computer writes it: 23/11/2026 09:12. */
function when(start: number): string {
  const date = new Date(start * 1000);
  return `${date.toLocaleDateString('fr-FR')} ${date.toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' })}`;
}

function read({ when: shownWhen, direction, outcome, number, talk }: ShownLine): string {
  return [shownWhen, direction, outcome, lastNine(number), talk].join(' ');
}
