import { browser } from '../../lib/browser';
import { shapeOf } from '../../lib/errors';
import { clearResume, NOTES_ALARM, RESUME_ALARM, SYNC_ALARM, scheduleResume } from '../../lib/sync/alarms';
import { retryMinutes } from '../../lib/sync/retry';
import { logCalls } from './log-calls';
import type { Parts } from './parts';
import { retain } from './retain';

/** Starts a run, or joins the one under way; nobody waits for it, its result is kept with the synchronisation. */
export function startRun(parts: Parts, directory: 'due' | 'now'): void {
  void run(parts, directory);
}

/** A site was allowed: a run that failed for want of it goes on at once, as who allowed it expects. */
export async function runForAccess(parts: Parts): Promise<void> {
  const { error, directory } = await parts.sync.record();
  if (error?.code === 'no-site-access' || directory.error?.code === 'no-site-access') await run(parts, 'due');
}

/** An alarm fired: the period is over, or a run was cut off and is to go on. */
export async function runByAlarm(parts: Parts, name: string): Promise<void> {
  if (name === SYNC_ALARM || name === RESUME_ALARM) await run(parts, 'due');
  if (name === NOTES_ALARM) await parts.cardNotes.notes.flush();
}

/**
 * A run that was cut off with its worker goes on as soon as one is awake again, whatever has woken it: whoever looks at a
 * screen need not wait for the alarm. What waits for its time after a failure has an alarm without a period.
 */
export async function goOn(parts: Parts): Promise<void> {
  const alarm = await browser.alarms.get(RESUME_ALARM);
  if (alarm?.periodInMinutes !== undefined) await run(parts, 'due');
}

async function run(parts: Parts, directory: 'due' | 'now'): Promise<void> {
  if (!(await parts.isSetUp())) return;
  // Should the browser stop this worker in the middle, the alarm brings it back within a minute.
  await scheduleResume(browser.alarms);
  await parts.sync.run({ directory });
  await inTurn(parts, async () => {
    await sendNotes(parts);
    await makeThirdparties(parts);
    await retain(parts);
    // a notice that cannot be shown is no failure of the run
    await parts.notices.afterRun().catch(() => undefined);
    await parts.showMissedCount().catch(() => undefined); // nor is the button's number
  });
  await clearResume(browser.alarms);
  const { error, failures } = await parts.sync.record();
  if (!error) return;
  const { minutes } = (await parts.settings.read()).sync;
  const delayInMinutes = retryMinutes(error, failures, minutes, Math.random());
  if (delayInMinutes !== undefined) await browser.alarms.create(RESUME_ALARM, { delayInMinutes });
}

const turns = new WeakMap<Parts, Promise<void>>();

/** What follows a run writes to Dolibarr: two that asked for the same run do it one after the other. */
function inTurn(parts: Parts, work: () => Promise<void>): Promise<void> {
  const turn = (turns.get(parts) ?? Promise.resolve()).catch(() => undefined).then(work); // the one before had its own failure
  turns.set(parts, turn);
  return turn;
}

/** What waited for a machine that was away, and what was written since the last run is looked at again. */
async function sendNotes(parts: Parts): Promise<void> {
  const { cardNotes } = parts;
  await cardNotes.notes.flush('now');
  // Each by itself: a note that cannot be looked at must not keep calls from being put into the agenda. That Dolibarr is
  // away, or its agenda may not be read, the directory's reading and the notes themselves say; the next run tries again.
  const { notes, madeEvents } = cardNotes;
  const works = [notes.lookAgain, notes.learn, madeEvents.settle, () => logCalls(parts), parts.missedTasks.exchange];
  for (const work of works) {
    await work().catch(() => undefined);
  }
}

/** By the rules for numbers nobody has. What fails is in the log, and tried again by the next run. */
async function makeThirdparties({ log, unknownNumbers }: Parts): Promise<void> {
  try {
    const made = await unknownNumbers.afterSync();
    if (made > 0) await log.add('thirdparties', { made });
  } catch (error) {
    await log.add('thirdparties', {}, shapeOf(error));
  }
}
