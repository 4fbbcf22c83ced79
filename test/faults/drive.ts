import type { ErrorCode } from '../../lib/errors';
import type { SyncState } from '../../lib/questions/questions';
import { askFrom } from '../e2e/support/ask';
import { ringFrom } from '../e2e/support/office';
import { passTime } from '../e2e/support/pass-time';
import type { Room } from './room';
import type { Watch } from './watch';

/** After these nothing goes on by itself: a person has to look at user and password, and to press the test. */
const personal: readonly ErrorCode[] = [
  'ucm-wrong-password',
  'ucm-unknown-user',
  'ucm-login-forbidden',
  'ucm-no-permission',
  'ucm-captcha',
  'ucm-ban-over',
  'ucm-banned',
];

/** ms that a run may take: a UCM that never answers is given up after a minute, and each window anew. */
const PATIENCE = 150_000;
/** ms after which a run that was cut off is brought back by its alarm, should nothing else have done so */
const CUT_OFF = 11_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs are told apart by their second: the next one is to begin in a later one than the last. */
async function nextSecond(after: number): Promise<void> {
  while (Math.floor(Date.now() / 1000) <= after) await wait(20);
}

/** Until no run is under way, or to be brought back after it was cut off. */
export async function untilQuiet(room: Room, watch: Watch, since = 0): Promise<SyncState> {
  const from = Date.now();
  let quiet = Date.now();
  for (;;) {
    const state = watch.state();
    if (state && !watch.unfinished() && state.lastRun >= since) return state;
    if (state === undefined || state.phase === 'running') quiet = Date.now();
    if (Date.now() - quiet > CUT_OFF) {
      await ringFrom(room.page, 'resume');
      quiet = Date.now();
    }
    if (Date.now() - from > PATIENCE) throw new Error(`no end within ${PATIENCE} ms: ${JSON.stringify(state)}`);
    await wait(50);
  }
}

/** The period of the synchronisation is over: the alarm rings, and the run that it starts is carried to its end or says why not. */
export async function ring(room: Room, watch: Watch): Promise<SyncState> {
  const { lastRun } = await untilQuiet(room, watch);
  await nextSecond(lastRun);
  const since = Math.floor(Date.now() / 1000);
  await ringFrom(room.page, 'sync');
  return untilQuiet(room, watch, since);
}

/** As if the time had passed that the screen says is to be waited. */
export async function waitAsSaid(room: Room, { error }: SyncState): Promise<void> {
  await passTime(room.page, 1000 * (error?.detail.seconds ?? 60));
}

/** Nothing goes on by itself: a person has to act. */
export function needsPerson({ error }: SyncState): boolean {
  return error !== undefined && personal.includes(error.code);
}

/** What a person does who reads the screen: waits, or enters the password and presses the test. */
export async function actAsSaid(
  room: Room,
  watch: Watch,
  password: string,
  before: () => void = () => undefined,
): Promise<void> {
  const state = await untilQuiet(room, watch);
  await waitAsSaid(room, state);
  if (!needsPerson(state)) return;
  before();
  await room.enterPassword(password);
  await askFrom(room.page, 'options.testUcm', undefined);
}

/**
 * The trouble is over: a person and the alarms, until a run was carried to its end and nothing is missing. False when that
 * is not reached.
 */
export async function recover(room: Room, watch: Watch, password: string): Promise<boolean> {
  for (let tries = 0; tries < 6; tries += 1) {
    const state = await ring(room, watch);
    if (state.phase === 'idle' && !state.error && !state.directory.error && state.gaps.length === 0) return true;
    await actAsSaid(room, watch, password);
  }
  return false;
}
