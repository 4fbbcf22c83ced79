import type { ErrorCode, ErrorShape } from '../errors';

/** Failures that end after the seconds that come with them. */
const timed = new Set<ErrorCode>(['ucm-busy', 'ucm-login-paused', 'ucm-session-taken']);

/** Failures of a machine that may answer in a moment: out of reach, too slow, or an error of its own. */
const fleeting = new Set<ErrorCode>(['ucm-timeout', 'ucm-refused', 'ucm-unreachable', 'ucm-status', 'ucm-answer']);

/**
 * Minutes until a run that failed is tried again before its time; undefined when the next regular one is early enough,
 * or only a person can help. Doubled with each failure in a row, and never the same for two browsers, as all of them
 * met the same failure at the same moment. `failures` counts this one; `period`: minutes between two regular runs;
 * `random` from 0 to below 1.
 */
export function retryMinutes(
  { code, detail }: ErrorShape,
  failures: number,
  period: number,
  random: number,
): number | undefined {
  if (timed.has(code)) return Math.max(1, (detail.seconds ?? 60) / 60) + random / 2;
  if (!fleeting.has(code)) return undefined;
  const minutes = 2 ** Math.min(Math.max(failures - 1, 0), 10) * (1 + random / 2);
  return minutes < period ? minutes : undefined;
}
