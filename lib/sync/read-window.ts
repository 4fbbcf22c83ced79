import { legKey } from '../calls/leg';
import { freshOffset } from '../calls/leg-times';
import { CALL_SPAN } from '../calls/regroup';
import { AppError } from '../errors';
import type { Stretch } from './coverage';
import { longLegOf } from './ends-proof';
import type { CdrPage, PullDeps, Pulled, PullState } from './pull-calls';
import { roomFor } from './ucm-wall';
import { afterAnswer } from './window-length';

/** Rows asked for at once: the UCM's own maximum (section 3.1). */
const PAGE = 1000;
/** Pages of one window after which something must be wrong. */
const MAX_PAGES = 1000;
/** Pages without a single readable row, one after the other, after which there is nothing more to hope for. */
const MAX_BARREN = 3;
/** Seconds by which the PBX's clock may differ from what the last call told: a change of the clocks. */
const CLOCK_CHANGE = 5400;
/** The same when no call has told anything yet: any two zones. */
const ANY_ZONE = 26 * 3600;

export interface WindowRead {
  state: PullState;
  /** false: there may be more in it than the UCM gives of a window of this length, which can be shorter */
  whole: boolean;
}

/**
 * Reads all pages of one window and keeps each as it comes; gives what was learnt of the UCM. `now`: end of the run's
 * newest window. Throws what the reading throws, and `ucm-answer` when the pages never end.
 */
export async function readWindow(
  deps: PullDeps,
  before: PullState,
  window: Stretch & { byEnd: boolean; canBeShorter: boolean },
  now: number,
  result: Pulled,
  signal: AbortSignal,
): Promise<WindowRead> {
  let state = before;
  let length = 0;
  let entries = 0;
  let barren = 0;
  let offset = 0;
  let newest = Number.NEGATIVE_INFINITY;
  const isNewest = window.until === now;
  const seen = new Set<string>();
  let earliest = before.earliest ?? Number.POSITIVE_INFINITY;
  let found = 0;
  let slowest = 0;
  const by = window.byEnd ? { by: 'end' as const } : {};
  const slack = before.offset === undefined ? ANY_ZONE : CLOCK_CHANGE;
  const told = before.offset ?? deps.guessedOffset;
  // Rows of long ago were written by another clock than today's.
  const { local, back, ahead } = roomFor(told, window.until > now - CALL_SPAN ? before.wall : undefined);
  // Fixed for all pages of the window: a page must not depend on when it is asked. Towards the future there is room
  // for a PBX that was put into another zone since, or whose clock is fast.
  const from = window.from + local - slack - back;
  const until = window.until + local + (isNewest ? ANY_ZONE + ahead : slack);

  const nextWindow = () => afterAnswer(before.window, window.until - window.from, found, slowest, before.unanswered);

  for (let page = 0; page < MAX_PAGES; page++) {
    signal.throwIfAborted();
    const askedAt = deps.now();
    const answer = await deps.readPage({ from, until, offset, limit: PAGE, ...by }, signal);
    slowest = Math.max(slowest, deps.now() - askedAt);
    found += answer.legs.length;
    const fresh = answer.legs.filter((leg) => !seen.has(legKey(leg)));
    // Whether it does not heed the offset or sent an old answer once more: after a full page there may be another one.
    const wasFull = length >= PAGE || entries >= PAGE;
    if (wasFull && fresh.length === 0 && answer.legs.length > 0 && window.canBeShorter) {
      return { state, whole: false };
    }
    // An empty page ends the window, and so does one that only repeats: some machines never give an empty one.
    if (answer.entries === 0 || (fresh.length === 0 && (answer.legs.length > 0 || ++barren > MAX_BARREN))) {
      const learnt = { ...state, window: nextWindow() };
      if (page !== 1) return { state: learnt, whole: true };
      const { wholePage, wholeEntries } = learnt;
      const longest = { wholePage: Math.max(wholePage, length), wholeEntries: Math.max(wholeEntries, entries) };
      return { state: { ...learnt, ...longest }, whole: true };
    }
    for (const [reason, count] of Object.entries(answer.setAside)) {
      result.setAside[reason] = (result.setAside[reason] ?? 0) + count;
    }
    for (const leg of fresh) {
      seen.add(legKey(leg));
      earliest = Math.min(earliest, leg.start - local);
    }
    length = answer.legs.length;
    entries = answer.entries;
    const longLeg = longLegOf(fresh, state.longLeg);
    if (longLeg) state = { ...state, longLeg };
    if (Number.isFinite(earliest)) state = { ...state, earliest };
    const added = await deps.addLegs(fresh, state.offset ?? deps.guessedOffset);
    result.newLegs += added.newLegs;
    result.newCalls += added.newCalls;
    // An older window may be from before a change of the clocks: only the newest tells today's, unless none has yet.
    const telling = isNewest || before.offset === undefined;
    if (
      telling &&
      added.newest &&
      added.newest.start >= newest &&
      fresh.some((leg) => freshOffset(leg) !== undefined)
    ) {
      newest = added.newest.start;
      state = { ...state, offset: added.newest.offset, offsetAt: added.newest.start };
    }
    // Nothing new on a page that is known to be whole: there is no second question to ask.
    if (added.newLegs === 0 && length < state.wholePage && entries < state.wholeEntries) {
      return { state: { ...state, window: nextWindow() }, whole: true };
    }
    offset += step(answer);
  }
  throw new AppError('ucm-answer', { reason: 'pages without end' });
}

/**
 * Rows to skip for the next page. Whether the UCM counts legs or groups is not known (section 3.7), nor whether it
 * keeps to the length it was asked for: a page that is full by neither count moves on by the smaller one, and what is
 * read twice is known.
 */
function step({ legs, entries }: CdrPage): number {
  return legs.length >= PAGE || entries >= PAGE ? PAGE : Math.max(1, Math.min(legs.length, entries));
}
