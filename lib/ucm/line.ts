/** Runs one thing after another. */
export type Line = <T>(signal: AbortSignal | undefined, turn: () => Promise<T>) => Promise<T>;

/**
 * A UCM handles one session badly from two sides at once (section 1.1): its requests stand in line.
 * Who aborts leaves the line at once; what he had begun is still ended before the next begins.
 */
export function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve();
  return (signal, turn) => {
    const mine = last.then(() => {
      signal?.throwIfAborted();
      return turn();
    });
    last = mine.catch(() => undefined);
    if (!signal) return mine;
    return new Promise((resolve, reject) => {
      const leave = () => reject(signal.reason);
      if (signal.aborted) leave();
      signal.addEventListener('abort', leave, { once: true });
      mine.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
}
