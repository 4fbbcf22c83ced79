import { theStory, type Ucm } from '../sim';
import { createZone } from '../sim/story/zone';
import { countAgainst } from './count';
import { recover, ring, waitAsSaid } from './drive';
import type { Kind, Run } from './kinds';
import type { Room } from './room';
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

export async function tryKind(room: Room, { name, runs }: Kind): Promise<Tried> {
  const row: Row = { name, runs: runs.length, lost: 0, doubled: 0, attempts: 0, silenceMs: 0, ok: false };
  const remarks: string[] = [];
  let ended = 0;
  for (const [place, run] of runs.entries()) {
    try {
      const came = await tryRun(room, run);
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

async function tryRun(room: Room, run: Run) {
  const zone = createZone(run.telephones?.zone);
  const now = Math.floor(Date.now() / 1000);
  const calls = run.calls?.(now) ?? theStory({ now, zone });
  const ucm = await room.furnish(calls, run.telephones ?? {});
  const page = await room.browser.open(room.browser.pageAddress('popup.html'));
  const watch = watchFrom(page);
  try {
    if (run.readBefore) await ring(room, watch);
    await run.begin(ucm);
    watch.bites();
    const attempts = await leaveAlone(room, watch, ucm);
    ucm.faults.clear();
    await run.end?.(ucm);
    const ended = await recover(room, watch, ucm);
    const counted = countAgainst(calls, await room.kept());
    const state = JSON.stringify(watch.state());
    const remarks = ended ? counted.remarks : [...counted.remarks, `did not come to its end: ${state}`];
    return { ...counted, remarks, attempts, ended, silence: watch.silence() };
  } finally {
    await watch.stop();
    await page.close();
    await ucm.close();
  }
}

/** Nobody acts: three alarms and a new worker, each after the time that is to be waited. Gives the logins that were refused. */
async function leaveAlone(room: Room, watch: Watch, ucm: Ucm): Promise<number> {
  const before = ucm.requests.length;
  for (let alarm = 0; alarm < 3; alarm += 1) {
    await waitAsSaid(room, await ring(room, watch));
    if (alarm === 1) await room.browser.stopWorker();
  }
  return ucm.requests.slice(before).filter(({ action, status = 0 }) => action === 'login' && refused.includes(status))
    .length;
}
