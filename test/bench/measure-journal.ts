import type { Chromium, Tab } from './chromium';
import { type Measured, measured, median, type Name, rounded } from './figures';
import { keep, sizes } from './measure-panel';
import type { PreparedProfile } from './set-up-profile';

const ANSWER = 50;
/** ms a frame may take while the list runs past; a screen draws one each 16.7 */
const FRAME = 34;
/** ms a frame may take while a file is made, and ms until a thousand calls of it are written */
const FREEZE = 100;
const EXPORT = 60;

/** What is asked of an awake worker: a list, the figures of all time by trunk, the values of a column to choose from. */
const questions = ['filter', 'search', 'statistics', 'choices'] as const;
type Question = (typeof questions)[number];
const said: Record<Question, string> = {
  filter: 'of 200 lines',
  search: 'of 200 lines',
  statistics: 'of all time by trunk',
  choices: 'of a column, the slowest: each of the five is counted once, and then found in by a letter',
};

/** A bare loop over the same typed arrays, in the page; its answer is the same number. */
const floors: Record<Question, { expression: string; remark: string }> = {
  filter: { expression: 'bench.filterFloor(1e6)', remark: 'the same comparisons written into a bare loop' },
  search: { expression: "bench.searchFloor('0610')", remark: 'a bare loop over entries known to have the text' },
  statistics: { expression: 'bench.statisticsFloor()', remark: 'a bare loop that reads the same columns' },
  choices: { expression: 'bench.choicesFloor()', remark: 'a bare loop that counts one column' },
};

/**
 * The calls page with the database filled: answers of an awake worker beside a bare loop over the same columns, the longest
 * frame while the list runs past, and files of all calls.
 */
export async function measureJournal(
  chromium: Chromium,
  profile: PreparedProfile,
  bundle: string,
  wanted: (name: Name) => boolean,
  runs: number,
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const size of ['10k', '250k', '1M'] as const) {
    const mine = questions.filter((what) => wanted(`journal ${what} ${size}`));
    const scrolls = size !== '10k' && wanted(`journal scroll ${size}`);
    const exports = (['csv', 'xlsx'] as const).filter((format) => wanted(`journal export ${format} ${size}`));
    if (mine.length === 0 && !scrolls && exports.length === 0) continue;
    await keep(chromium, profile, bundle, sizes[size]);
    const tab = await chromium.open(`chrome-extension://${chromium.extensionId}/calls.html#/journal`);
    await tab.evaluate(page);
    // before the bare loops' own copy of the columns makes the page's memory another
    if (scrolls) all.push(await measureScroll(tab, `journal scroll ${size}`));
    await tab.evaluate(bundle);
    await tab.evaluate('bench.readKept()');
    for (const what of mine) all.push(await measure(tab, `journal ${what} ${size}`, what, runs));
    const lines = exports.length > 0 ? await floorOf(tab, 'bench.exportFloor()', Math.min(runs, 3)) : undefined;
    for (const format of exports)
      all.push(
        await measureExport(tab, `journal export ${format} ${size}`, format, {
          floor: lines?.took ?? 0,
          goal: (EXPORT * sizes[size]) / 1000,
        }),
      );
    await tab.close();
  }
  return all;
}

async function measureScroll(tab: Tab, name: Name): Promise<Measured> {
  const { longest, blank, late } = await tab.evaluate<{ longest: number; blank: number; late: number }>('run()');
  const remark = `longest of 240 frames; ${late} above ${FRAME}, ${blank} with a line whose call had not come`;
  return measured({ name, value: longest, unit: 'ms', goal: FRAME, remark });
}

async function floorOf(tab: Tab, expression: string, runs: number): Promise<{ took: number; found: number }> {
  const passes: { took: number; found: number }[] = [];
  for (let i = 0; i < runs; i++) passes.push(await tab.evaluate(expression));
  return { took: median(passes.map(({ took }) => took)), found: passes.at(-1)?.found ?? 0 };
}

async function measure(tab: Tab, name: Name, what: Question, runs: number): Promise<Measured> {
  const asked: { took: number; size: number; found: number }[] = [];
  for (let i = 0; i <= runs; i++) asked.push(await tab.evaluate(`ask(${i}, ${JSON.stringify(what)})`));
  // what is counted once is to be quick the first time as well
  const times = asked.slice(what === 'choices' ? 0 : 1).map(({ took }) => took);
  const value = what === 'choices' ? Math.max(...times) : median(times);
  const size = Math.max(...asked.map((one) => one.size));
  const floor = await floorOf(tab, floors[what].expression, runs);
  // the other answers are of other filters
  const first = asked[0]?.found;
  if (what !== 'choices' && first !== floor.found) throw new Error(`${name}: ${first} found, not ${floor.found}`);
  const remark = `question to answer ${said[what]} (${size} bytes), ${first} found; first: ${rounded(asked[0]?.took ?? 0)}; floor: ${floors[what].remark}`;
  return measured({
    name,
    value,
    unit: 'ms',
    floor: floor.took,
    goal: ANSWER,
    ok: value <= ANSWER && size < 1e6,
    remark,
  });
}

/** The longest frame is what a person notices; the whole of it is said with the time that a bare loop takes. */
async function measureExport(
  tab: Tab,
  name: Name,
  format: 'csv' | 'xlsx',
  { floor, goal }: { floor: number; goal: number },
): Promise<Measured> {
  const { longest, took, bytes } = await tab.evaluate<{ longest: number; took: number; bytes: number }>(
    `exported(${JSON.stringify(format)})`,
  );
  const remark = `from the press to ${bytes} bytes; longest frame meanwhile ${rounded(longest)} (at most ${FREEZE}); floor: a bare loop that writes the same columns as lines of text`;
  return measured({ name, value: took, unit: 'ms', floor, goal, ok: took <= goal && longest <= FREEZE, remark });
}

/** Each filter is another, so nothing that was found before helps. */
const page = `
async function ask(n, what) {
  while (what === 'choices' && !document.querySelector('.journal-body .journal-number')) await new Promise((done) => setTimeout(done, 50));
  if (what === 'statistics') return question('own.statistics', { from: 1e6 + n, until: 2e9, before: 1e6 + n, zone: 'Europe/Paris', by: 'trunk' }, ({ groups, calls }) => groups.length && calls);
  if (what === 'choices') return question('own.choices', { by: ['party', 'extension', 'through', 'did', 'trunk'][n % 5], text: n < 5 ? '' : 'o', limit: 100 }, ({ count }) => count);
  const filter = what === 'filter' ? { direction: 'in', outcome: 'missed', from: 1e6 + n, matched: false } : { text: '06' + (10 + n) };
  return question('own.journal', { filter, sort: { by: 'when', up: false }, offset: 0, limit: 200 }, ({ figures }) => figures.calls);
}
async function question(name, asked, found) {
  const data = { name, asked };
  const from = performance.now();
  const { res } = await chrome.runtime.sendMessage({ id: 1, type: 'question', data, timestamp: Date.now() });
  const took = performance.now() - from;
  if (!res.ok) throw new Error(JSON.stringify(res));
  return { took, size: JSON.stringify(res).length, found: found(res.answered) };
}
async function exported(what) {
  while (!document.querySelector('.journal-body .journal-number')) await new Promise((done) => setTimeout(done, 50));
  let file;
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { file = blob; return make.call(URL, blob); };
  HTMLAnchorElement.prototype.click = () => undefined;
  const from = performance.now();
  [...document.querySelectorAll('.journal-tools button')].find((one) => one.textContent.includes(what.toUpperCase())).click();
  let longest = 0;
  let before = await new Promise(requestAnimationFrame);
  while (!file) {
    const now = await new Promise(requestAnimationFrame);
    longest = Math.max(longest, now - before);
    before = now;
    if (now - from > 120000) throw new Error('no file: ' + document.querySelector('main').innerText.slice(0, 300));
  }
  URL.createObjectURL = make;
  return { longest, took: performance.now() - from, bytes: file.size };
}
async function run() {
  while (!document.querySelector('.journal-body .journal-number')) await new Promise((done) => setTimeout(done, 50));
  const frames = [];
  let blank = 0;
  let before = await new Promise(requestAnimationFrame);
  for (let i = 0; i < 240; i++) {
    // two seconds of a wheel, then two of a dragged bar
    scrollBy(0, i < 120 ? 200 : 20000);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - before);
    before = now;
    if (document.querySelector('[aria-busy]')) blank++;
  }
  return { longest: Math.max(...frames), late: frames.filter((one) => one > ${FRAME}).length, blank };
}`;
