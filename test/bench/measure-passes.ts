import type { Chromium, Tab } from './chromium';
import { type Measured, measured, median, type Name } from './figures';
import { profiled } from './profile';

const GOAL = 50;

interface Pass {
  took: number;
  floor: number;
  found: number;
}

/** Passes over the columns of a million calls in memory, in a page of the extension. */
export async function measurePasses(
  chromium: Chromium,
  bundle: string,
  wanted: (name: Name) => boolean,
  runs: number,
): Promise<Measured[]> {
  const all: Measured[] = [];
  const tab = await chromium.open(`chrome-extension://${chromium.extensionId}/options.html`);
  if (wanted('filter 1M') || wanted('search 1M') || wanted('statistics 1M')) {
    await tab.evaluate(bundle);
    await tab.evaluate('bench.loadMillion()');
  }
  if (wanted('filter 1M')) {
    const remark = 'columnTest of lib/calls/filter; floor: the same comparisons written into a bare loop';
    all.push(await measurePass(tab, 'filter 1M', 'bench.filterPass()', runs, remark));
  }
  if (wanted('search 1M')) {
    const remark =
      'selectCalls of lib/answers, places and figures: three words, each text of the dictionaries once; floor: a bare loop over entries known to fit';
    all.push(
      await measurePass(tab, 'search 1M', 'bench.searchPass("societe a7 depannage")', Math.min(runs, 5), remark),
    );
  }
  if (wanted('statistics 1M')) {
    const remark =
      'statistics of lib/calls: all figures, by day and by hour of the week; floor: a bare loop that reads the same columns';
    all.push(await measurePass(tab, 'statistics 1M', 'bench.statisticsPass()', runs, remark));
  }
  await tab.close();
  return all;
}

async function measurePass(tab: Tab, name: Name, expression: string, runs: number, remark: string): Promise<Measured> {
  const passes: Pass[] = [];
  await tab.evaluate(expression);
  await profiled(tab, name.replaceAll(' ', '-'), async () => {
    for (let i = 0; i < runs; i++) passes.push(await tab.evaluate<Pass>(expression));
  });
  const value = median(passes.map(({ took }) => took));
  const floor = median(passes.map((pass) => pass.floor));
  return measured({ name, value, unit: 'ms', floor, goal: GOAL, remark });
}
