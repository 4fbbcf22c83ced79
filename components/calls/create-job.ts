import { type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { JournalLine, JournalWish } from '../../lib/questions/journal';
import type { Ask } from '../../lib/questions/questions';

/** Lines of a question, and keys: what fits well into a message. */
const atOnce = 500;
const deletedAtOnce = 20_000;

export interface Progress {
  what: 'export' | 'delete' | 'select';
  done: number;
  all: number;
}

export type Job = ReturnType<typeof createJob>;

/** What takes longer on the journal: one at a time, with its progress, until it is cancelled. */
export function createJob(ask: Ask) {
  const progress = signal<Progress | undefined>(undefined);
  const error = signal<ErrorShape | undefined>(undefined);
  let running: AbortController | undefined;

  async function run(what: Progress['what'], work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (running) return;
    const mine = new AbortController();
    running = mine;
    error.value = undefined;
    progress.value = { what, done: 0, all: 0 };
    try {
      await work(mine.signal);
    } catch (failure) {
      if (!mine.signal.aborted) error.value = shapeOf(failure);
    }
    running = undefined;
    progress.value = undefined;
  }

  function tell(done: number, all: number): void {
    if (progress.peek()) progress.value = { what: progress.peek()?.what ?? 'export', done, all };
  }

  /** Every call of the list as it is now, page by page, whatever comes meanwhile. */
  async function* pages(wish: JournalWish, signal: AbortSignal): AsyncGenerator<JournalLine[]> {
    let list: number | undefined;
    for (let offset = 0, all = 1; offset < all; offset += atOnce) {
      signal.throwIfAborted();
      const answer = await ask('own.journal', { ...wish, offset, limit: atOnce, ...(list !== undefined && { list }) });
      list = answer.list;
      all = answer.figures.calls;
      yield answer.lines;
      tell(Math.min(offset + atOnce, all), all);
    }
  }

  return {
    progress: progress as ReadonlySignal<Progress | undefined>, // only this store writes it
    error: error as ReadonlySignal<ErrorShape | undefined>, // only this store writes it
    cancel: (): void => running?.abort(),
    /** `make` turns the pages into a file; `save` gets it unless it was cancelled */
    exported: (
      wish: JournalWish,
      make: (pages: AsyncIterable<JournalLine[]>) => Promise<Blob>,
      save: (file: Blob) => void,
    ): Promise<void> =>
      run('export', async (signal) => {
        const file = await make(pages(wish, signal));
        signal.throwIfAborted();
        save(file);
      }),
    keysOf: (wish: JournalWish, found: (keys: string[]) => void): Promise<void> =>
      run('select', async (signal) => {
        const keys: string[] = [];
        for await (const lines of pages(wish, signal)) for (const { key } of lines) keys.push(key);
        found(keys);
      }),
    /** From this browser, for good. Cancelled, what is deleted is deleted. */
    deleted: (keys: readonly string[], done: () => void): Promise<void> =>
      run('delete', async (signal) => {
        for (let from = 0; from < keys.length; from += deletedAtOnce) {
          signal.throwIfAborted();
          await ask('own.delete', { keys: keys.slice(from, from + deletedAtOnce) });
          tell(Math.min(from + deletedAtOnce, keys.length), keys.length);
        }
        done();
      }),
  };
}
