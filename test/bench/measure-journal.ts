import type { Chromium, Tab } from './chromium';
import { type Measured, measured, median, type Name, rounded } from './figures';
import { keep, sizes } from './measure-panel';
import type { PreparedProfile } from './set-up-profile';

const ANSWER = 50;
/** ms a frame may take while the list runs past; a screen draws one each 16.7 */
const FRAME = 34;

/** What is asked of an awake worker: a list, the figures of all time by trunk, the values of a column to choose from. */
const questions = ['filter', 'search', 'statistics', 'choices'] as const;
type Question = (typeof questions)[number];
const said: Record<Question, string> = {
  filter: 'of 200 lines',
  search: 'of 200 lines',
  statistics: 'of all time by trunk',
  choices: 'of a column, the slowest: each of the five is counted once, and then found in by a letter',
};

/** The calls page with the database filled: answers of an awake worker, and the longest frame while the list runs past. */
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
    const exports = size === '250k' && (wanted('journal csv 250k') || wanted('journal xlsx 250k'));
    if (mine.length === 0 && !scrolls && !exports) continue;
    await keep(chromium, profile, bundle, sizes[size]);
    const tab = await chromium.open(`chrome-extension://${chromium.extensionId}/calls.html#/journal`);
    await tab.evaluate(page);
    for (const what of mine) all.push(await measure(tab, `journal ${what} ${size}`, what, runs));
    if (scrolls) all.push(await measureScroll(tab, `journal scroll ${size}`));
    for (const what of ['csv', 'xlsx'] as const) {
      const name = `journal ${what} 250k` as const;
      if (size === '250k' && wanted(name)) all.push(await measureExport(tab, name, what));
    }
    await tab.close();
  }
  return all;
}

async function measureScroll(tab: Tab, name: Name): Promise<Measured> {
  const { longest, blank, late } = await tab.evaluate<{ longest: number; blank: number; late: number }>('run()');
  const remark = `longest of 240 frames; ${late} above ${FRAME}, ${blank} with a line whose call had not come`;
  return measured({ name, value: longest, unit: 'ms', goal: FRAME, remark });
}

async function measure(tab: Tab, name: Name, what: Question, runs: number): Promise<Measured> {
  const asked: { took: number; size: number; found: number }[] = [];
  for (let i = 0; i <= runs; i++) asked.push(await tab.evaluate(`ask(${i}, ${JSON.stringify(what)})`));
  // what is counted once is to be quick the first time as well
  const times = asked.slice(what === 'choices' ? 0 : 1).map(({ took }) => took);
  const value = what === 'choices' ? Math.max(...times) : median(times);
  const size = Math.max(...asked.map((one) => one.size));
  const remark = `question to answer ${said[what]} (${size} bytes), ${asked.at(-1)?.found} found; first: ${rounded(asked[0]?.took ?? 0)}`;
  return measured({
    name,
    value,
    unit: 'ms',
    goal: ANSWER,
    ok: value <= ANSWER && size < 1e6,
    remark,
  });
}

async function measureExport(tab: Tab, name: Name, what: 'csv' | 'xlsx'): Promise<Measured> {
  const { longest, took, bytes } = await tab.evaluate<{ longest: number; took: number; bytes: number }>(
    `exported(${JSON.stringify(what)})`,
  );
  const remark = `longest frame while ${bytes} bytes were made in ${Math.round(took)} ms`;
  return measured({ name, value: longest, unit: 'ms', goal: 100, remark });
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
