import { ringFrom } from '../e2e/support/office';
import type { Room } from './room';
import type { Watch } from './watch';

export interface Stops {
  /** how often */
  count: number;
  /** from 0 to below 1 */
  random(): number;
}

/** ms after which it is stopped at the latest: a run takes about as long */
const LONGEST = 800;

/** Stops the worker as the browser does, at moments nobody chose, while a run is under way. */
export async function stopAtRandom({ browser, page }: Room, watch: Watch, { count, random }: Stops): Promise<void> {
  for (let stop = 0; stop < count; stop += 1) {
    if (!watch.unfinished()) await ringFrom(page, 'sync');
    await new Promise((resolve) => setTimeout(resolve, random() * LONGEST));
    await browser.stopWorker();
  }
}
