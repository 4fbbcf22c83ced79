import { AppError } from '../errors';
import { type DirectoryState, laterState, type PassState, plannedSweep, type Reading } from './directory-plan';

/** A batch of parties as they come from Dolibarr (lib/dolibarr/directory-pass). */
export interface PartyBatch<P, W, C> {
  parties: P[];
  /** rows that could not be read */
  setAside: number;
  /** what the batch tells all about; undefined when it holds changes alone */
  whole: W | undefined;
  next: C | undefined;
}

export interface ReadOptions<C> {
  from?: C;
  limit: number;
  since?: number;
  idsOnly: boolean;
}

export interface DirectoryServer {
  /** UTC epoch seconds by its own clock */
  time: number;
  /** gives whole objects, whatever is asked for (before 20) */
  givesAll: boolean;
}

export interface DirectoryDeps<P, W, C> {
  readState(): Promise<DirectoryState<C> | undefined>;
  writeState(state: DirectoryState<C>): Promise<void>;
  /** another one means another directory, or numbers to be read otherwise: all is read anew */
  stamp(): Promise<string>;
  server(signal: AbortSignal): Promise<DirectoryServer>;
  read(options: ReadOptions<C>, signal: AbortSignal): AsyncIterable<PartyBatch<P, W, C>>;
  put(parties: readonly P[]): Promise<void>;
  /** drops who is gone, and reads who is there and not kept; `asked`: UTC epoch ms */
  reconcile(whole: W, asked: number, signal: AbortSignal): Promise<void>;
  /** as many are kept as Dolibarr counts; false too where it does not count (before 22) */
  sameCount(signal: AbortSignal): Promise<boolean>;
  count(): Promise<number>;
  /** resolves at once when the signal is aborted */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** UTC epoch ms */
  now(): number;
}

export interface Refreshed {
  /** kept after it */
  parties: number;
  /** rows that could not be read */
  setAside: number;
  /** false: everybody is to be read for the first time, and this goes on with the next refreshing */
  finished: boolean;
}

/** Longest pause between two pages that are read for the sake of order alone, ms. */
const LONGEST_PAUSE = 2000;

/**
 * Brings the directory up to date: all of it the first time; then what changed since the last time by Dolibarr's own
 * clock; and now and then a sweep that finds who is gone. It stops when `budget` (ms) is used up, and the next one goes
 * on there, as after a cut. Old versions, which answer with whole objects, are given as much rest as work.
 */
export async function refreshDirectory<P, W, C>(
  deps: DirectoryDeps<P, W, C>,
  budget: number,
  signal: AbortSignal,
): Promise<Refreshed> {
  const until = deps.now() + budget;
  const server = await deps.server(signal);
  let state = laterState(await deps.readState(), await deps.stamp());
  let setAside = 0;

  const save = async (next: DirectoryState<C>) => {
    state = next;
    await deps.writeState(next);
  };

  /** True when the pass came to its end. */
  async function pass(reading: Reading): Promise<boolean> {
    const { cursor, ...begun }: PassState<C> = state[reading] ?? { startedAt: server.time };
    const idsOnly = reading === 'sweep' && !server.givesAll;
    const options: ReadOptions<C> = {
      limit: server.givesAll ? 200 : idsOnly ? 500 : 250,
      idsOnly,
      ...(cursor === undefined ? {} : { from: cursor }),
      ...(reading === 'changes' ? { since: state.read } : {}),
    };
    let asked = deps.now();
    for await (const batch of deps.read(options, signal)) {
      signal.throwIfAborted();
      await deps.put(batch.parties);
      if (batch.whole) await deps.reconcile(batch.whole, asked, signal);
      setAside += batch.setAside;
      if (batch.next === undefined) {
        const { [reading]: _done, ...rest } = state;
        await save({ ...rest, ...ended(reading, begun.startedAt) });
        return true;
      }
      await save({ ...state, [reading]: { ...begun, cursor: batch.next } });
      if (deps.now() >= until) return false;
      if (server.givesAll) await deps.pause(Math.min(LONGEST_PAUSE, deps.now() - asked), signal);
      signal.throwIfAborted();
      asked = deps.now();
    }
    // a reading without a last batch told nothing of its end
    throw new AppError('dolibarr-answer', { reason: 'list' });
  }

  const finished = await pass(state.read === 0 ? 'first' : 'changes');
  if (finished && deps.now() < until && (await sweepIsDue())) await pass('sweep');
  return { parties: await deps.count(), setAside, finished: state.read > 0 };

  async function sweepIsDue(): Promise<boolean> {
    const planned = plannedSweep(state, server.time);
    if (planned !== 'unless-same-count') return planned === 'yes';
    if (!(await deps.sameCount(signal))) return true;
    await save({ ...state, counted: server.time });
    return false;
  }
}

function ended(reading: Reading, startedAt: number) {
  if (reading === 'sweep') return { swept: startedAt, counted: startedAt };
  return reading === 'first' ? { read: startedAt, swept: startedAt, counted: startedAt } : { read: startedAt };
}
