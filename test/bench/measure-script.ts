import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Chromium } from './chromium';
import { type Measured, measured, median, rounded } from './figures';
import { traced } from './traced';

const SCRIPT = join('content-scripts', 'dolibarr.js');

/** What every page of Dolibarr has to take: the compressed size in the real build, and the time without a tab bar. */
export function measureScript(realBuild: string, ms: number | undefined): Measured {
  const text = readFileSync(join(realBuild, SCRIPT));
  const time = ms === undefined ? 'time not measured' : `${rounded(ms)} ms on a page without a tab bar (goal 5)`;
  return measured({
    name: 'script on empty page bytes',
    value: gzipSync(text, { level: 9 }).length,
    unit: 'bytes',
    floor: null,
    goal: 10_240,
    remark: `gzip of ${text.length} bytes; ${time}`,
  });
}

/** ms of compiling and running the script on a page that is nobody's card, as Chromium's own trace says. */
export async function timeScript(chromium: Chromium, page: string, runs: number): Promise<number> {
  const tab = await chromium.open('about:blank');
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const events = await traced(tab, ['devtools.timeline', 'v8'], async () => {
      await tab.send('Page.navigate', { url: page });
      await tab.evaluate('new Promise((resolve) => setTimeout(resolve, 600))').catch(() => undefined);
      await tab.evaluate('new Promise((resolve) => setTimeout(resolve, 200))');
    });
    const ours = events.filter(({ args }) => args?.data?.url?.endsWith('content-scripts/dolibarr.js'));
    const us = ours.filter(({ name }) => name === 'EvaluateScript').reduce((sum, { dur = 0 }) => sum + dur, 0);
    if (us === 0) throw new Error(`The script did not run on ${page}: ${ours.map(({ name }) => name).join(', ')}`);
    times.push(us / 1000);
  }
  await tab.close();
  return median(times);
}
