/** Somebody else ended our session: how often in a row, and until when (ms) we keep still. */
export interface Taken {
  times: number;
  until: number;
}

const first = 60_000;
const longest = 32 * 60_000;

/** ms; no wait is longer */
export const longestWait = longest * 1.5;

/** ms after a wait was over for which another take-over still counts as the same quarrel */
const quarrel = 10 * 60_000;

/** Doubled each time and never twice the same, so that two programs with one API user do not chase each other. */
export function takenOver(before: Taken | undefined, now: number, random: number): Taken {
  const times = before && now - before.until < quarrel ? before.times + 1 : 1;
  const wait = Math.min(first * 2 ** (times - 1), longest) * (1 + random / 2);
  return { times, until: now + Math.round(wait) };
}
