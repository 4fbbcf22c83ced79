import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openCard } from '../e2e/support/card-page';
import { openOffice } from '../e2e/support/office';
import { askPlaying, elementAt, soundOff, tellPlayer } from '../e2e/support/player';
import { setUp } from '../e2e/support/set-up';
import { untilSynchronised } from '../e2e/support/state';
import { MAIN_PARTY } from '../sim';
import { type Measured, measured } from './figures';

/** Bytes a second of the UCM: a network of 100 megabits. */
const RATE = 10_000_000;
const SECONDS = 7200;
const MEGABYTE = 1_000_000;

/** A recording of two hours (115 MB): first sound, a jump to its end while it arrives, and what it costs of memory. */
export async function measureLong(extension: string): Promise<Measured[]> {
  const office = await openOffice({ extension }, {}, { recordingRate: RATE });
  office.ucm.add('3h ago in 0639981234 "Garage Lefèvre" → 203 answered 120m [rec]');
  try {
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    await untilSynchronised(options.page);
    const own = options.page;
    await soundOff(own);
    const { page } = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    const line = page.locator('.calls-for-dolibarr [data-line]', { hasText: /2:00:00|2 h/ }).first();
    await line.click();
    const button = page.locator('.calls-for-dolibarr .player button').first();
    await button.waitFor();
    const before = extensionMemory();
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, extensionMemory());
    }, 100);
    const pressed = await button.evaluate((element: HTMLElement) => {
      element.click();
      return Date.now();
    });
    const first = await until(async () => {
      const playing = await askPlaying(own);
      return playing?.status === 'playing' ? playing.at - pressed : undefined;
    });
    await tellPlayer(own, { do: 'seek', to: SECONDS - 10 });
    const jumped = Date.now();
    const { received = 0, total = 0 } = (await askPlaying(own)) ?? {};
    const end = await until(async () => {
      const at = await elementAt(own);
      return at > SECONDS - 9.9 && at <= SECONDS ? Date.now() - jumped : undefined;
    });
    clearInterval(watching);
    return [
      measured({
        name: 'player two hours first sound',
        value: first,
        unit: 'ms',
        goal: 1200,
        remark: `${Math.round(total / MEGABYTE)} MB at ${RATE / MEGABYTE} MB/s`,
      }),
      measured({
        name: 'player two hours end',
        value: end,
        unit: 'ms',
        floor: ((total - received) / RATE) * 1000,
        goal: ((total - received) / RATE) * 1500,
        remark: 'jump to the last seconds while it arrives; floor: the bytes still to come at that speed',
      }),
      measured({
        name: 'player two hours memory',
        value: most - before,
        unit: 'bytes',
        goal: total / 2,
        remark: `more in the extension’s processes at the most, of ${Math.round(total / MEGABYTE)} MB; goal: half of them`,
      }),
    ];
  } finally {
    await office.close();
  }
}

async function until(look: () => Promise<number | undefined>): Promise<number> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(20);
  }
  throw new Error('The long recording did not come to sound within two minutes.');
}

/** Bytes in memory of the extension's processes, which are below this one: other browsers may run beside. */
function extensionMemory(): number {
  const parents = new Map<string, string>();
  const bytes = new Map<string, number>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /\nPPid:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
      parents.set(id, parent ?? '');
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process')) continue;
      bytes.set(id, Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4096);
    } catch {
      // the process has ended meanwhile
      parents.delete(id);
    }
  }
  let sum = 0;
  for (const [id, size] of bytes) {
    let above: string | undefined = id;
    while (above && above !== String(process.pid)) above = parents.get(above);
    if (above) sum += size;
  }
  return sum;
}
