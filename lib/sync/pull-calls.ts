import { type Leg, legKey } from '../calls/leg';
import { freshOffset } from '../calls/leg-times';
import { AppError } from '../errors';
import { type Coverage, type Stretch, share, withRead } from './coverage';
import { plan } from './plan';

/** Rows asked for at once: the UCM's own maximum (section 3.1). */
export const PAGE = 1000;
/** Pages of one window after which something must be wrong. */
const MAX_PAGES = 1000;
/** Pages without a single readable row, one after the other, after which there is nothing more to hope for. */
const MAX_BARREN = 3;
/** Seconds by which the PBX's clock may differ from what the last call told: a change of the clocks. */
const CLOCK_CHANGE = 5400;
/** The same when no call has told anything yet: any two zones. */
const ANY_ZONE = 26 * 3600;

export interface CdrPage {
  legs: Leg[];
  /** entries of the answer, groups counted once */
  entries: number;
  /** rows that could not be read, by reason */
  setAside: Record<string, number>;
}

/** Asks the UCM for a page. Times are the PBX's wall clock, seconds as if it were UTC, both ends included. */
export type ReadCdrPage = (
  page: { from: number; until: number; offset: number; limit: number },
  signal: AbortSignal,
) => Promise<CdrPage>;

/** What a run remembers for the next one; kept in one record, written with the legs it speaks of. */
export interface PullState {
  coverage: Coverage;
  /** UTC epoch seconds */
  lastLong: number;
  /** PBX wall clock minus UTC in seconds, as the newest call told; undefined before the first */
  offset?: number;
  /**
   * Legs and entries of the longest pages after which there was nothing more. A UCM may cut pages shorter than it is
   * asked for, by either count, so only a page shorter than these by both is known to be whole.
   */
  wholePage: number;
  wholeEntries: number;
}

export const emptyPullState: PullState = { coverage: [], lastLong: 0, wholePage: 0, wholeEntries: 0 };

export interface Added {
  newLegs: number;
  newCalls: number;
  /** the newest of the calls that were looked at: UTC start, and the PBX's offset as the whole call tells it */
  newest?: { start: number; offset: number };
}

export interface PullDeps {
  readPage: ReadCdrPage;
  /** puts legs with their calls and writes the state in the same transaction, when one is given */
  addLegs(legs: readonly Leg[], offset: number, state?: PullState): Promise<Added>;
  /** UTC epoch seconds */
  now(): number;
  /** the UCM's zone as the browser would guess it, in seconds east of UTC */
  guessedOffset: number;
  onProgress(progress: { window: Stretch; done: number; newCalls: number }): void;
}

export interface Pulled {
  newCalls: number;
  newLegs: number;
  setAside: Record<string, number>;
}

/**
 * Reads what is missing, newest first. Each page is kept as it comes; a window counts as known only when all its pages
 * are kept, so a run that is cut off anywhere loses nothing and the next one goes on from there.
 */
export async function pullCalls(deps: PullDeps, before: PullState, days: number, signal: AbortSignal): Promise<Pulled> {
  const now = deps.now();
  const wanted = { from: now - days * 86_400, until: now };
  const { windows, long } = plan(wanted, before.coverage, before.lastLong);
  const result: Pulled = { newCalls: 0, newLegs: 0, setAside: {} };
  let state = before;

  for (const window of windows) {
    deps.onProgress({ window, done: share(wanted, state.coverage), newCalls: result.newCalls });
    const readAt = deps.now();
    state = await readWindow(deps, state, window, now, result, signal);
    const lastLong = long && window.until === now ? now : state.lastLong;
    state = { ...state, lastLong, coverage: withRead(state.coverage, { ...window, readAt }) };
    await deps.addLegs([], state.offset ?? deps.guessedOffset, state);
  }
  return result;
}

async function readWindow(
  deps: PullDeps,
  before: PullState,
  window: Stretch,
  now: number,
  result: Pulled,
  signal: AbortSignal,
): Promise<PullState> {
  let state = before;
  let length = 0;
  let entries = 0;
  let barren = 0;
  let offset = 0;
  let newest = Number.NEGATIVE_INFINITY;
  const isNewest = window.until === now;
  const seen = new Set<string>();
  const slack = before.offset === undefined ? ANY_ZONE : CLOCK_CHANGE;
  const local = before.offset ?? deps.guessedOffset;
  // Fixed for all pages of the window: a page must not depend on when it is asked. Towards the future there is room
  // for a PBX that was put into another zone since, or whose clock is fast.
  const from = window.from + local - slack;
  const until = window.until + local + (isNewest ? ANY_ZONE : slack);

  for (let page = 0; page < MAX_PAGES; page++) {
    signal.throwIfAborted();
    const answer = await deps.readPage({ from, until, offset, limit: PAGE }, signal);
    const fresh = answer.legs.filter((leg) => !seen.has(legKey(leg)));
    // An empty page ends the window, and so does one that only repeats: some machines never give an empty one.
    if (answer.entries === 0 || (fresh.length === 0 && (answer.legs.length > 0 || ++barren > MAX_BARREN))) {
      if (page !== 1) return state;
      const { wholePage, wholeEntries } = state;
      return { ...state, wholePage: Math.max(wholePage, length), wholeEntries: Math.max(wholeEntries, entries) };
    }
    for (const [reason, count] of Object.entries(answer.setAside)) {
      result.setAside[reason] = (result.setAside[reason] ?? 0) + count;
    }
    for (const leg of fresh) seen.add(legKey(leg));
    length = answer.legs.length;
    entries = answer.entries;
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
      state = { ...state, offset: added.newest.offset };
    }
    // Nothing new on a page that is known to be whole: there is no second question to ask.
    if (added.newLegs === 0 && length < state.wholePage && entries < state.wholeEntries) return state;
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
