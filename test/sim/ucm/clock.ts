/** The UCM's own clock, UTC epoch seconds. */
export interface Clock {
  now(): number;
  /** Stops it there; undefined lets it run again. */
  set(epoch: number | undefined): void;
  advance(seconds: number): void;
}

export function createClock(stopped: number | undefined, offset = 0): Clock {
  let ahead = offset;
  let still = stopped;
  return {
    now: () => (still ?? Date.now() / 1000) + ahead,
    set(epoch) {
      still = epoch;
      ahead = epoch === undefined ? ahead : 0;
    },
    advance(seconds) {
      ahead += seconds;
    },
  };
}
