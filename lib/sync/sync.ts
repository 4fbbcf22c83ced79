import { type ErrorShape, shapeOf } from '../errors';
import { backFrom, gaps, oldestUnsettled, type Stretch } from './coverage';
import { type FailedStretch, type Gap, gapsWithReasons, withFailed } from './failed-stretches';
import type { Pulled, PullState } from './pull-calls';
import type { Refreshed } from './refresh-directory';
import { type ToldByCalls, type ZoneGap, zoneGap, zoneOfWall } from './zone-gap';

/** Seconds between two readings of the directory. */
export const DIRECTORY_EVERY = 3600;

/** ms that a run reads the directory at most: calls are not to wait for a large one. The next run goes on. */
const DIRECTORY_BUDGET = 240_000;
/** ms for it before the calls of a first run */
const EARLY_BUDGET = 20_000;

/** Seconds without a call at the start of the history before they are worth a word: an office closes for a week. */
const SILENCE = 7 * 86_400;

/** Results of the last runs, kept over restarts. Times are UTC epoch seconds, 0 = never. */
export interface SyncRecord {
  lastRun: number;
  lastSuccess: number;
  newCalls: number;
  setAside: Record<string, number>;
  error?: ErrorShape;
  /** seconds by which the UCM's clock was ahead of this browser's when it was asked last */
  clockSkew?: number;
  /** runs that failed since the last good one */
  failures: number;
  /** what those could not read, newest failure first */
  failed: FailedStretch[];
  directory: { parties: number; lastRun: number; lastSuccess: number; error?: ErrorShape };
}

export const emptySyncRecord: SyncRecord = {
  lastRun: 0,
  lastSuccess: 0,
  newCalls: 0,
  setAside: {},
  failures: 0,
  failed: [],
  directory: { parties: 0, lastRun: 0, lastSuccess: 0 },
};

export interface Progress {
  part: 'calls' | 'directory';
  /** the window being read, UTC epoch seconds */
  from: number;
  until: number;
  /** share of the wanted history known, 0 to 1 */
  done: number;
}

export interface SyncDeps {
  readRecord(): Promise<SyncRecord>;
  writeRecord(record: SyncRecord): Promise<void>;
  readPullState(): Promise<PullState>;
  pullCalls(state: PullState, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Pulled>;
  /** `budget`: ms after which it stops, to go on in the next run */
  refreshDirectory(signal: AbortSignal, budget: number): Promise<Refreshed>;
  /** days of history wanted */
  days(): Promise<number>;
  /** UTC epoch seconds */
  now(): number;
  /** seconds east of UTC that this browser's clock shows at a moment, UTC epoch seconds */
  hereOffset(at: number): number;
  /** what is kept or known of the run has changed */
  onChange(): void;
  /** keeps the background alive while a run works; returns what ends it */
  keepAwake(): () => void;
}

export interface Known {
  record: SyncRecord;
  /** stretches wanted and not known, oldest first, with what stood in their way; the newest one only after a failure */
  gaps: Gap[];
  /** UTC epoch seconds from which on all is known where there are no gaps: what was read before it became too old to be wanted counts */
  reachesBack: number;
  /** UTC epoch seconds from which all was read too soon after it happened, and will be read again; undefined when nothing is */
  unsettledFrom: number | undefined;
  /** UTC epoch seconds before which the UCM has no calls although they are wanted and were asked for */
  nothingBefore: number | undefined;
  /** the UCM says to be in another zone than its calls are written in */
  zone: ZoneGap | undefined;
  /** what calls told of it, to be held against what the UCM says at a test */
  toldByCalls: ToldByCalls;
}

export interface Sync {
  /** one run at a time: whoever asks while one is under way gets that one */
  run(options?: { directory?: 'due' | 'now' }): Promise<void>;
  /** resolves when nothing is under way any more */
  stop(): Promise<void>;
  progress(): Progress | undefined;
  record(): Promise<SyncRecord>;
  /** what came of the runs and what is known of the history: each record is read once, a card waits for it */
  known(): Promise<Known>;
}

/** The one synchronisation of this browser: calls from the UCM, then the directory from Dolibarr when it is due. */
export function createSync(deps: SyncDeps): Sync {
  let running: { ended: Promise<void>; abort: AbortController } | undefined;
  let progress: Progress | undefined;

  const report = (next: Progress) => {
    progress = next;
    deps.onChange();
  };

  async function work(signal: AbortSignal, directory: 'due' | 'now'): Promise<void> {
    const record = await deps.readRecord();
    // The directory first when it was never read: calls without names are half an answer.
    const early = record.directory.lastSuccess === 0;
    const whole = early && (await refresh(signal, directory, EARLY_BUDGET));
    await pull(signal);
    if (!whole) await refresh(signal, directory, DIRECTORY_BUDGET);
  }

  async function pull(signal: AbortSignal): Promise<void> {
    const started = deps.now();
    let tried: Stretch = { from: started - 1, until: started + 1 };
    report({ part: 'calls', ...tried, done: 0 });
    let outcome: Partial<SyncRecord>;
    let error: ErrorShape | undefined;
    try {
      const pulled = await deps.pullCalls(await deps.readPullState(), signal, (next) => {
        tried = { from: next.from, until: next.until };
        report(next);
      });
      const { newCalls, setAside, clockSkew } = pulled;
      outcome = { lastSuccess: deps.now(), newCalls, setAside, ...(clockSkew === undefined ? {} : { clockSkew }) };
    } catch (thrown) {
      outcome = {};
      error = shapeOf(thrown);
    }
    const { error: _old, ...before } = await deps.readRecord();
    const failures = error ? before.failures + 1 : 0;
    const failed = error ? withFailed(before.failed, { ...tried, at: deps.now(), error }) : [];
    await deps.writeRecord({ ...before, ...outcome, failures, failed, lastRun: started, ...(error ? { error } : {}) });
  }

  /** False when there is more to read at once: it stopped for others. A failure is not tried again in the same run. */
  async function refresh(signal: AbortSignal, wanted: 'due' | 'now', budget: number): Promise<boolean> {
    const started = deps.now();
    const { directory } = await deps.readRecord();
    if (wanted === 'due' && !directory.error && started - directory.lastSuccess < DIRECTORY_EVERY) return true;
    report({ part: 'directory', from: started, until: started, done: 0 });
    let next: SyncRecord['directory'];
    let whole = true;
    try {
      const { parties, finished } = await deps.refreshDirectory(signal, budget);
      const { error: _over, ...before } = directory;
      whole = finished;
      next = { ...before, parties, lastRun: started, ...(finished ? { lastSuccess: deps.now() } : {}) };
    } catch (thrown) {
      next = { ...directory, lastRun: started, error: shapeOf(thrown) };
    }
    await deps.writeRecord({ ...(await deps.readRecord()), directory: next });
    return whole;
  }

  return {
    run({ directory = 'due' } = {}) {
      if (running) return running.ended;
      const abort = new AbortController();
      const sleep = deps.keepAwake();
      const ended = work(abort.signal, directory).finally(() => {
        running = undefined;
        progress = undefined;
        sleep();
        deps.onChange();
      });
      running = { ended, abort };
      return ended;
    },
    async stop() {
      running?.abort.abort();
      await running?.ended;
    },
    progress: () => progress,
    record: deps.readRecord,
    async known() {
      const [record, { coverage, earliest, offset, offsetAt, wall }, days] = await Promise.all([
        deps.readRecord(),
        deps.readPullState(),
        deps.days(),
      ]);
      const now = deps.now();
      const wanted = { from: now - days * 86_400, until: now };
      // What happened since the last run is no gap, unless that run should have read it.
      const until = record.error ? now : (coverage.at(-1)?.until ?? now);
      const empty = earliest === undefined || earliest - wanted.from < SILENCE;
      const asked = !empty && gaps({ from: wanted.from, until: earliest }, coverage).length === 0;
      return {
        record,
        gaps: gapsWithReasons(gaps({ from: wanted.from, until }, coverage), record.failed),
        reachesBack: backFrom(coverage, wanted.from),
        unsettledFrom: oldestUnsettled(wanted, coverage),
        nothingBefore: asked ? earliest : undefined,
        zone: zoneGap({ offset, offsetAt }, zoneOfWall(wall, record.clockSkew), now, deps.hereOffset),
        toldByCalls: { offset, offsetAt },
      };
    },
  };
}
