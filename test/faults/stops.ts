import { ringFrom } from '../e2e/support/office';
import type { Room } from './room';
import type { Watch } from './watch';

export interface Stops {
  /** how often */
  count: number;
  /** from 0 to below 1 */
  random(): number;
  /** those that fell into the middle of a run */
  hits: number;
}

/** ms after a run has begun at which it is stopped at the latest: it takes about as long */
const LONGEST = 600;
/** ms in which an alarm has a run begin */
const BEGINS = 2000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Stops the worker as the browser does, at moments nobody chose, while a run is under way. */
export async function stopAtRandom({ browser, page }: Room, watch: Watch, stops: Stops): Promise<void> {
  for (let stop = 0; stop < stops.count; stop += 1) {
    if (!watch.unfinished()) await ringFrom(page, 'sync');
    for (const from = Date.now(); !watch.unfinished() && Date.now() - from < BEGINS; ) await wait(10);
    await wait(stops.random() * LONGEST);
    if (watch.unfinished()) stops.hits += 1;
    await browser.stopWorker();
  }
}
