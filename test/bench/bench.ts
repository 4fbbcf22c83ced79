/**
 * `npm run bench`: measures what the product promises of its speed in a real Chromium and prints a table with goal and
 * verdict; `npm run bench -- panel asleep` measures the figures whose name contains the words. CALLS_BENCH_RUNS sets
 * how often (7), CALLS_PROFILE=1 leaves CPU profiles.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../browsers/firefox';
import { buildForTests } from '../build';
import { choose } from '../report/choose';
import { buildExtension, bundleInPage } from './build';
import { openChromium } from './chromium';
import { type Measured, type Name, names } from './figures';
import { measureFill } from './measure-fill';
import { measureFirefox } from './measure-firefox';
import { measureJournal } from './measure-journal';
import { measureLong } from './measure-long';
import { measurePanels } from './measure-panel';
import { measurePasses } from './measure-passes';
import { measurePlayer } from './measure-player';
import { measurePoll } from './measure-poll';
import { measureScript, timeScript } from './measure-script';
import { setUpProfile } from './set-up-profile';
import { printTable, writeFigures } from './table';

const FILE = join('.output', 'bench.json');

async function bench(words: readonly string[]): Promise<number> {
  const chosen = choose(names, words, 'figure');
  const wanted = (name: Name) => chosen.includes(name);
  const some = (begin: string) => chosen.some((name) => name.startsWith(begin));
  const runs = Number(process.env['CALLS_BENCH_RUNS']) || 7;
  console.log(`load average ${load()}, ${runs} runs each`);

  const extension = buildExtension('test');
  const bundle = await bundleInPage();
  const all: Measured[] = [];
  let failed = false;
  /** A part that cannot be measured takes none of the others with it. */
  const part = async (work: () => Promise<readonly Measured[]>) => {
    try {
      all.push(...(await work()));
    } catch (error) {
      failed = true;
      console.error(error instanceof Error ? error.message : error);
    }
  };
  if (some('fill') || some('filter') || some('search') || some('statistics')) {
    await inFreshProfile(extension, async (chromium) => {
      if (wanted('fill 100k')) await part(async () => [await measureFill(chromium, bundle, Math.min(runs, 5))]);
      await part(() => measurePasses(chromium, bundle, wanted, runs));
    });
  }
  if (some('panel') || some('journal') || some('script')) {
    const profile = await setUpProfile(extension);
    const chromium = await openChromium(extension, profile.folder);
    try {
      if (some('script')) {
        await part(async () => {
          const ms = await timeScript(chromium, profile.empty, runs);
          return [measureScript(buildExtension('real'), ms)];
        });
      }
      await part(() => measurePanels(chromium, profile, bundle, wanted, runs));
      await part(() => measureJournal(chromium, profile, bundle, wanted, runs));
    } finally {
      await chromium.close();
      await profile.close();
      rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  if (wanted('poll requests')) await part(async () => [await measurePoll(extension)]);

  if (some('player first')) await part(() => measurePlayer(extension, runs));
  if (some('player two hours')) await part(() => measureLong(extension));
  if (some('player firefox')) {
    const firefox = findFirefox();
    if (firefox) await part(() => measureFirefox(firefox, buildForTests('firefox')));
    else console.error('There is no Firefox here: what plays in it is not measured.');
  }

  const order: readonly string[] = names;
  all.sort((a, b) => order.indexOf(a.figure.name) - order.indexOf(b.figure.name));
  console.log();
  printTable(all);
  console.log(`\nload average ${load()}`);
  writeFigures(FILE, all);
  return !failed && all.every(({ figure }) => figure.ok) ? 0 : 1;
}

async function inFreshProfile(
  extension: string,
  work: (chromium: Awaited<ReturnType<typeof openChromium>>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'calls-bench-'));
  const chromium = await openChromium(extension, folder);
  try {
    await work(chromium);
  } finally {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function load(): string {
  return loadavg()
    .map((one) => one.toFixed(2))
    .join(' ');
}

try {
  process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
