import { createZone, theStory, type UcmRequest } from '../sim';
import { countAgainst } from './count';
import { actAsSaid, needsPerson, recover, ring, waitAsSaid } from './drive';
import type { Room } from './room';
import type { Kind, Run } from './run-of';
import { type Stops, stopAtRandom } from './stops';
import { type Watch, watchFrom } from './watch';

/** One line of the table and of .output/faults.json. */
export interface Row {
  name: string;
  /** synchronisations that met it */
  runs: number;
  /** calls against the story's truth, in all runs */
  lost: number;
  doubled: number;
  /** automatic logins that the UCM refused, in the run that had most */
  attempts: number;
  /** longest silence of the screen, in ms */
  silenceMs: number;
  ok: boolean;
}

export interface Tried {
  row: Row;
  /** runs that were carried to their end after the trouble was over */
  ended: number;
  remarks: string[];
}

/** ms of silence that a person may be left in */
const PATIENCE = 10_000;

/** Logins whose answer says that user or password are wrong, or that a person has to look. */
const refused = [-37, -11, -71, -70, -68];

/** `stops`: while it lasts, and once more when a person has done what is to be done, the worker is stopped at random. */
export async function tryKind(room: Room, { name, runs }: Kind, stops?: Stops): Promise<Tried> {
  const row: Row = { name, runs: runs.length, lost: 0, doubled: 0, attempts: 0, silenceMs: 0, ok: false };
  const remarks: string[] = [];
  let ended = 0;
  for (const [place, run] of runs.entries()) {
    try {
      const came = await tryRun(room, run, stops);
      row.lost += came.lost;
      row.doubled += came.doubled;
      row.attempts = Math.max(row.attempts, came.attempts);
      row.silenceMs = Math.max(row.silenceMs, came.silence);
      if (came.ended) ended += 1;
      remarks.push(...came.remarks.map((remark) => `run ${place + 1}: ${remark}`));
    } catch (error) {
      remarks.push(`run ${place + 1}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const whole = row.lost === 0 && row.doubled === 0 && ended === runs.length;
  row.ok = whole && row.attempts <= 1 && row.silenceMs <= PATIENCE;
  return { row, ended, remarks };
}

async function tryRun(room: Room, run: Run, stops: Stops | undefined) {
  const now = Math.floor(Date.now() / 1000);
  const calls = run.calls?.(now) ?? theStory({ now, zone: createZone() });
  const later = run.later?.(now) ?? [];
  let ucm = await room.furnish(calls, run.telephones ?? {});
  const page = await room.browser.open(room.browser.pageAddress('popup.html'));
  const watch = watchFrom(page);
  try {
    if (run.readBefore) await ring(room, watch);
    // what a reset UCM was asked before is not in the way: nothing was refused yet
    ucm = (await run.begin?.(ucm, room, later)) ?? ucm;
    watch.bites();
    if (stops) await stopAtRandom(room, watch, stops);
    await leaveAlone(room, watch);
    ucm.faults.clear();
    await run.end?.(ucm, room);
    let byItself = Number.POSITIVE_INFINITY;
    await actAsSaid(room, watch, run.password ?? ucm.password, () => {
      byItself = ucm.requests.length;
    });
    if (stops) await stopAtRandom(room, watch, stops);
    const ended = await recover(room, watch, run.password ?? ucm.password);
    const counted = countAgainst([...calls, ...later], await room.kept());
    const state = JSON.stringify(watch.state());
    const remarks = ended ? counted.remarks : [...counted.remarks, `did not come to its end: ${state}`];
    const attempts = refusedLogins(ucm.requests.slice(0, byItself));
    return { ...counted, remarks, attempts, ended, silence: watch.silence() };
  } finally {
    await watch.stop();
    await page.close();
    await ucm.close();
  }
}

/** Nobody acts: alarms, and a new worker, each after the time that is to be waited; twice more once it has stopped. */
async function leaveAlone(room: Room, watch: Watch): Promise<void> {
  let stopped = false;
  for (let left = 2; left > 0; left -= 1) {
    const state = await ring(room, watch);
    if (!stopped && needsPerson(state)) {
      stopped = true;
      left = 3;
    }
    await waitAsSaid(room, state);
    if (left === 2) await room.browser.stopWorker();
  }
}

/**
 * Logins that the UCM refused. A challenge and the first token after it are one: a request whose connection closes without an
 * answer is sent once more by the browser itself, and its challenge, used twice, makes the right password look wrong.
 */
function refusedLogins(requests: readonly UcmRequest[]): number {
  let count = 0;
  let challenged = false;
  for (const { action, status = 0 } of requests) {
    if (action === 'challenge') challenged = true;
    if (action !== 'login') continue;
    if (challenged && refused.includes(status)) count += 1;
    challenged = false;
  }
  return count;
}
