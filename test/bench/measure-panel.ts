import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBareExtension } from './bare-extension';
import { type Chromium, openChromium } from './chromium';
import { type Measured, measured, median, type Name, rounded } from './figures';
import { loadCard, openCardTab, type Shown } from './load-card';
import type { PreparedProfile } from './set-up-profile';

export const sizes = { '10k': 10_000, '250k': 250_000, '1M': 1_000_000 } as const;
const goals = { asleep: 100, awake: 30 } as const;
const states = ['asleep', 'awake'] as const;
const OF_CARD = 50;

/**
 * By CPU profiles of seven loads of a card of 250k calls and by marks in worker and page, in milliseconds, with the
 * machine busy beside it. The floor alone takes nearly the whole goal: one message, one line, the frame that shows it.
 */
const WHY = {
  awake:
    '; why: beside the floor the panel’s script is injected, compiled and run (8 ms), the panel is drawn (10), styled and laid out with the page around it (13, all in the browser), and painted',
  asleep:
    '; why: beside the floor, which is the start of a worker of ten lines, ours takes 12 ms to be read, 9 to be run, 10 for its database and settings, 25 to read the card’s calls; then comes what the panel takes awake',
};

interface Pages {
  card: string;
  /** from which it is opened */
  before: string;
}

type Size = keyof typeof sizes;
type State = (typeof states)[number];
const nameOf = (state: State, size: Size): Name => `panel ${state} ${size}`;

/** The card's first rows, with the database filled to each size in turn. */
export async function measurePanels(
  chromium: Chromium,
  profile: PreparedProfile,
  bundle: string,
  wanted: (name: Name) => boolean,
  runs: number,
): Promise<Measured[]> {
  const found = new Map<Name, Shown>();
  /** the same in a tab that shows Dolibarr for the first time */
  const anew = new Map<State, Shown>();
  for (const size of ['10k', '250k', '1M'] as const) {
    const needed = states.filter((state) => wanted(nameOf(state, size)));
    if (needed.length === 0) continue;
    await keep(chromium, profile, bundle, sizes[size]);
    for (const state of needed) {
      const often = (before: string, what: string) =>
        loadOften(chromium, { card: profile.card, before }, state, runs, what);
      found.set(nameOf(state, size), await often(profile.empty, `${size}: panel`));
      if (size === '250k') anew.set(state, await often('about:blank', `${size}: panel in a new tab`));
    }
  }
  const floors = found.size > 0 ? await measureFloors({ card: profile.card, before: profile.empty }, runs) : undefined;
  const all: Measured[] = [];
  for (const state of states) {
    // Within 1.5 × of 250k calls, and of its goal when that one is missed.
    const middle = Math.min(goals[state], found.get(nameOf(state, '250k'))?.painted ?? goals[state]);
    for (const size of ['10k', '250k', '1M'] as const) {
      const shown = found.get(nameOf(state, size));
      if (!shown) continue;
      const first = size === '250k' ? anew.get(state) : undefined;
      const goal = size === '250k' ? goals[state] : rounded(1.5 * middle);
      all.push(
        measured({
          name: nameOf(state, size),
          value: shown.painted,
          unit: 'ms',
          floor: floors?.[state].painted ?? null,
          goal,
          remark: `row in tree ${rounded(shown.inTree)}, drawn ${rounded(shown.drawn)}; floor: a bare extension, one message to its ${state === 'asleep' ? 'sleeping ' : ''}worker, one row (in tree ${rounded(floors?.[state].inTree ?? 0)}, drawn ${rounded(floors?.[state].drawn ?? 0)})${first ? `; ${rounded(first.painted)} in a new tab, the first page of Dolibarr there` : ''}${shown.painted > goal ? WHY[state] : ''}`,
        }),
      );
    }
  }
  return all;
}

/** Puts so many calls into the extension's database; the worker that opens it next has read none of them. */
export async function keep(chromium: Chromium, profile: PreparedProfile, bundle: string, calls: number): Promise<void> {
  const tab = await chromium.open(`chrome-extension://${chromium.extensionId}/options.html`);
  // The worker that starts with the browser has to have come to its end: it is ended below.
  await tab.evaluate(`(async () => {
    while ((await chrome.scripting.getRegisteredContentScripts()).length === 0) await new Promise((next) => setTimeout(next, 50));
  })()`);
  // A poll in the middle would write what its worker remembers over what is filled in here.
  await tab.evaluate('chrome.alarms.clearAll()');
  await tab.evaluate(bundle);
  const from = Date.now();
  const wish = { calls, until: Math.floor(from / 1000) - 3600, number: profile.number, ofCard: OF_CARD };
  const kept = await tab.evaluate<{ calls: number; segments: number }>(`bench.keepCalls(${JSON.stringify(wish)})`);
  console.log(`  ${kept.calls} calls in ${kept.segments} segments (${Math.round((Date.now() - from) / 1000)} s)`);
  await tab.close();
  await chromium.stopWorkers();
}

async function measureFloors(pages: Pages, runs: number): Promise<Record<State, Shown>> {
  const folder = mkdtempSync(join(tmpdir(), 'calls-floor-'));
  const bare = writeBareExtension();
  const chromium = await openChromium(bare, folder);
  try {
    const asleep = await loadOften(chromium, pages, 'asleep', runs, 'floor');
    return { asleep, awake: await loadOften(chromium, pages, 'awake', runs, 'floor') };
  } finally {
    await chromium.close();
    for (const used of [folder, bare]) rmSync(used, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Medians of `runs` loads, after two that fill the browser's caches. */
async function loadOften(
  chromium: Chromium,
  { card, before }: Pages,
  state: State,
  runs: number,
  what: string,
): Promise<Shown> {
  const tab = await openCardTab(chromium, before);
  const loads: Shown[] = [];
  for (let i = 0; i < runs + 2; i++) {
    const shown = await loadCard(chromium, tab, card, state === 'asleep');
    if (i >= 2) loads.push(shown);
  }
  await tab.close();
  const painted = loads.map((load) => Math.round(load.painted));
  console.log(`  ${what} ${state}: ${painted.join(' ')}`);
  return {
    inTree: median(loads.map((load) => load.inTree)),
    drawn: median(loads.map((load) => load.drawn)),
    painted: median(loads.map((load) => load.painted)),
  };
}
