import type { Chromium, Tab } from './chromium';
import { type Measured, measured, median, type Name, rounded } from './figures';
import { keep, sizes } from './measure-panel';
import type { PreparedProfile } from './set-up-profile';

const ANSWER = 50;
/** ms a frame may take while the list runs past; a screen draws one each 16.7 */
const FRAME = 34;

/** The calls page with the database filled: answers of an awake worker, and the longest frame while the list runs past. */
export async function measureJournal(
  chromium: Chromium,
  profile: PreparedProfile,
  bundle: string,
  wanted: (name: Name) => boolean,
  runs: number,
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const size of ['250k', '1M'] as const) {
    const mine = (['filter', 'search', 'scroll'] as const).filter((what) => wanted(`journal ${what} ${size}`));
    const exports = size === '250k' && (wanted('journal csv 250k') || wanted('journal xlsx 250k'));
    if (mine.length === 0 && !exports) continue;
    await keep(chromium, profile, bundle, sizes[size]);
    const tab = await chromium.open(`chrome-extension://${chromium.extensionId}/calls.html#/journal`);
    await tab.evaluate(page);
    for (const what of mine) all.push(await measure(tab, `journal ${what} ${size}`, what, runs));
    for (const what of ['csv', 'xlsx'] as const) {
      const name = `journal ${what} 250k` as const;
      if (size === '250k' && wanted(name)) all.push(await measureExport(tab, name, what));
    }
    await tab.close();
  }
  return all;
}

async function measure(tab: Tab, name: Name, what: 'filter' | 'search' | 'scroll', runs: number): Promise<Measured> {
  if (what === 'scroll') {
    const { longest, blank, late } = await tab.evaluate<{ longest: number; blank: number; late: number }>('run()');
    const remark = `longest of 240 frames; ${late} above ${FRAME}, ${blank} with a line whose call had not come`;
    return measured({ name, value: longest, unit: 'ms', goal: FRAME, remark });
  }
  const asked: { took: number; size: number; found: number }[] = [];
  for (let i = 0; i <= runs; i++) asked.push(await tab.evaluate(`ask(${i}, ${JSON.stringify(what)})`));
  const times = asked.slice(1).map(({ took }) => took);
  const size = Math.max(...asked.map((one) => one.size));
  const remark = `question to answer of 200 lines (${size} bytes), ${asked.at(-1)?.found} found; first, with the columns read: ${rounded(asked[0]?.took ?? 0)}`;
  return measured({
    name,
    value: median(times),
    unit: 'ms',
    goal: ANSWER,
    ok: median(times) <= ANSWER && size < 1e6,
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
  const filter = what === 'filter' ? { direction: 'in', outcome: 'missed', from: 1e6 + n, matched: false } : { text: '06' + (10 + n) };
  const data = { name: 'own.journal', asked: { filter, sort: { by: 'when', up: false }, offset: 0, limit: 200 } };
  const from = performance.now();
  const { res } = await chrome.runtime.sendMessage({ id: 1, type: 'question', data, timestamp: Date.now() });
  const took = performance.now() - from;
  if (!res.ok) throw new Error(JSON.stringify(res));
  return { took, size: JSON.stringify(res).length, found: res.answered.figures.calls };
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
