import { type ErrorShape, shapeOf } from './errors';

/** What is remembered for the diagnostics: what was done, and what came of it. Words are made where it is shown. */
export interface LogEntry {
  what: LoggedWork;
  /** UTC epoch ms, when it was over; of the first and of the last time where it came out alike several times in a row */
  first: number;
  last: number;
  times: number;
  /** counts and names; numbers of telephones and secrets never */
  facts: Record<string, string | number>;
  error?: ErrorShape;
}

export const loggedWork = [
  'calls',
  'directory',
  'test-ucm',
  'test-dolibarr',
  'listened',
  'downloaded',
  'attached',
  'numbers',
  'thirdparties',
  'deleted',
] as const;
export type LoggedWork = (typeof loggedWork)[number];

export interface Log {
  /** never fails: a log that cannot be written must not stop what it tells of */
  add(what: LoggedWork, facts: LogEntry['facts'], error?: ErrorShape): Promise<void>;
  /** oldest first */
  read(): Promise<LogEntry[]>;
  /** drops what is kept no longer, where nothing is added that would */
  prune(): Promise<void>;
}

/** Where the log lies: small things by name, which outlive the background. */
interface Shelf {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

const NAME = 'log';
const KEPT_ENTRIES = 1000;

/** The log of this browser, `days` days and a thousand entries long. `now`: UTC epoch ms. */
export function createLog(shelf: Shelf, now: () => number, days: () => Promise<number>): Log {
  let queue: Promise<unknown> = Promise.resolve();

  async function read(): Promise<LogEntry[]> {
    return ((await shelf.read(NAME)) as LogEntry[] | undefined) ?? []; // written below
  }

  async function readKept(at: number): Promise<LogEntry[]> {
    const oldest = at - (await days()) * 86_400_000;
    return (await read()).filter(({ last }) => last > oldest);
  }

  async function write(what: LoggedWork, facts: LogEntry['facts'], error: ErrorShape | undefined): Promise<void> {
    const at = now();
    const kept = await readKept(at);
    const came = JSON.stringify(maskedAll({ facts, error }));
    const before = kept.findLast((entry) => entry.what === what);
    if (before && JSON.stringify({ facts: before.facts, error: before.error }) === came) {
      before.last = at;
      before.times += 1;
    } else {
      kept.push({ what, first: at, last: at, times: 1, ...JSON.parse(came) });
    }
    await shelf.write(NAME, kept.slice(-KEPT_ENTRIES));
  }

  return {
    read,
    prune() {
      const turn = queue.then(async () => shelf.write(NAME, await readKept(now())));
      queue = turn.catch(() => undefined);
      return turn;
    },
    add(what, facts, error) {
      const turn = queue.then(() => write(what, facts, error)).catch(() => undefined);
      queue = turn;
      return turn;
    },
  };
}

/** Does the work and remembers what came of it; throws what the work throws. */
export async function logged<T>(
  log: Log,
  what: LoggedWork,
  work: () => Promise<T>,
  factsOf: (result: T) => LogEntry['facts'],
): Promise<T> {
  try {
    const result = await work();
    await log.add(what, factsOf(result));
    return result;
  } catch (error) {
    await log.add(what, {}, shapeOf(error));
    throw error;
  }
}

/**
 * Text without telephone numbers and session cookies. Of a number the last two digits stay, so that two of them can be
 * told apart; addresses and ports of machines stay, since support needs them.
 */
export function masked(text: string): string {
  return text
    .replace(/\bsid\d[\d-]*/g, 'sid…')
    .replace(/(?<![\p{L}\d.])\+?\d(?:[\s().\u00a0-]?\d){7,}/gu, (number) =>
      /^\d{1,3}(?:\.\d{1,3}){3}$/.test(number) ? number : `…${number.slice(-2)}`,
    );
}

function maskedAll<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_name, part) => (typeof part === 'string' ? masked(part) : part));
}
