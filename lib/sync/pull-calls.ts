import type { Leg } from '../calls/leg';
import { AppError } from '../errors';
import { type Coverage, type Stretch, share, withRead } from './coverage';
import { type LongLeg, provesEnds } from './ends-proof';
import { ownAnswers } from './own-answers';
import { plan } from './plan';
import { readWindow } from './read-window';
import { skewOf, type UcmClock, wallOf } from './ucm-wall';
import { afterTimeout, USUAL_WINDOW } from './window-length';

export interface CdrPage {
  legs: Leg[];
  /** entries of the answer, groups counted once */
  entries: number;
  /** rows that could not be read, by reason */
  setAside: Record<string, number>;
}

/**
 * Asks the UCM for a page. Times are the PBX's wall clock, seconds as if it were UTC, both ends included; of the start of
 * legs, or of their end where that is asked for.
 */
export type ReadCdrPage = (
  page: { from: number; until: number; offset: number; limit: number; by?: 'end' },
  signal: AbortSignal,
) => Promise<CdrPage>;

/** What a run remembers for the next one; kept in one record, written with the legs it speaks of. */
export interface PullState {
  coverage: Coverage;
  /** UTC epoch seconds */
  lastLong: number;
  /** PBX wall clock minus UTC in seconds, as the newest call told; undefined before the first */
  offset?: number;
  /** UTC start of that call, epoch seconds; undefined of what an older version kept */
  offsetAt?: number;
  /**
   * Legs and entries of the longest pages after which there was nothing more. A UCM may cut pages shorter than it is
   * asked for, by either count, so only a page shorter than these by both is known to be whole.
   */
  wholePage: number;
  wholeEntries: number;
  /** seconds of history to ask for at once */
  window: number;
  /** the shortest that was not answered in time since the last long run */
  unanswered?: number;
  /** the UCM's wall clock minus UTC in seconds, as it said itself; undefined when it does not */
  wall?: number;
  /** UTC start of the earliest leg that any window held, epoch seconds */
  earliest?: number;
  /** the latest leg that was long, by which the UCM shows that it can be asked by ends */
  longLeg?: LongLeg;
  /** the last long run saw that it can */
  ends?: boolean;
}

export const emptyPullState: PullState = {
  coverage: [],
  lastLong: 0,
  wholePage: 0,
  wholeEntries: 0,
  window: USUAL_WINDOW,
};

export interface Added {
  newLegs: number;
  newCalls: number;
  /** the newest of the calls that were looked at: UTC start, and the PBX's offset as the whole call tells it */
  newest?: { start: number; offset: number };
}

export interface PullDeps {
  readPage: ReadCdrPage;
  /** asked once in each long run: what does the UCM say of its clock? Empty where it may not be asked. */
  readClock(signal: AbortSignal): Promise<UcmClock>;
  /** whether the dialect spoken has the parameter at all; without an answer it has not */
  hasEnds?(): Promise<boolean>;
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
  /** seconds by which the UCM's clock is ahead of ours, where this run asked and it said so */
  clockSkew?: number;
}

/**
 * Reads what is missing, newest first. Each page is kept as it comes; a window counts as known only when all its pages
 * are kept, so a run that is cut off anywhere loses nothing and the next one goes on from there.
 */
export async function pullCalls(deps: PullDeps, before: PullState, days: number, signal: AbortSignal): Promise<Pulled> {
  const now = deps.now();
  const wanted = { from: now - days * 86_400, until: now };
  const hasEnds = (await deps.hasEnds?.()) ?? false;
  const { stretches, long, byEnd } = plan(wanted, before.coverage, before.lastLong, hasEnds && before.ends);
  const asking = { ...deps, readPage: ownAnswers(deps.readPage) };
  const result: Pulled = { newCalls: 0, newLegs: 0, setAside: {} };
  let state = before;
  if (long) {
    const clock = await deps.readClock(signal);
    const skew = skewOf(clock, deps.now());
    if (skew !== undefined) result.clockSkew = skew;
    const wall = wallOf(clock, deps.now());
    // A UCM that gave no answer in time was perhaps only busy.
    const { unanswered: _busy, wall: _old, ...rest } = state;
    state = wall === undefined ? rest : { ...rest, wall };
    // Looked at anew each hour: a firmware may be changed, and a row be deleted.
    const ends = hasEnds && state.longLeg !== undefined && (await provesEnds(deps.readPage, state.longLeg, signal));
    state = { ...state, ends };
  }

  for (const { from, until: end } of stretches) {
    for (let until = end; until > from; ) {
      const window = { from: Math.max(from, until - state.window), until };
      deps.onProgress({ window, done: share(wanted, state.coverage), newCalls: result.newCalls });
      const readAt = deps.now();
      const length = until - window.from;
      const shorter = afterTimeout(length);
      const asked = { ...window, byEnd: byEnd && until === now, canBeShorter: shorter !== undefined };
      let whole = false;
      try {
        ({ state, whole } = await readWindow(asking, state, asked, now, result, signal));
      } catch (error) {
        if (!isTimeout(error) || shorter === undefined) throw error;
      }
      if (!whole && shorter !== undefined) {
        // Kept at once: should the worker be stopped, the next run need not learn it again.
        state = { ...state, window: shorter, unanswered: length };
        await deps.addLegs([], state.offset ?? deps.guessedOffset, state);
        continue;
      }
      const lastLong = long && until === now ? now : state.lastLong;
      state = { ...state, lastLong, coverage: withRead(state.coverage, { ...window, readAt }) };
      await deps.addLegs([], state.offset ?? deps.guessedOffset, state);
      until = window.from;
    }
  }
  return result;
}

function isTimeout(error: unknown): boolean {
  return error instanceof AppError && error.code === 'ucm-timeout';
}
