import type { ErrorShape } from '../errors';
import type { Stretch } from './coverage';

/** A stretch whose reading failed, and how. Times are UTC epoch seconds. */
export interface FailedStretch extends Stretch {
  at: number;
  error: ErrorShape;
}

/** A stretch of the history that is not known: never asked for, or asked for in vain. */
export interface Gap extends Stretch {
  failed?: { at: number; error: ErrorShape };
}

/** More are never worth a word: a run ends at its first failure. */
const kept = 20;

/** With a new failure, newest first; what an older one said of the same time is forgotten. */
export function withFailed(before: readonly FailedStretch[], failed: FailedStretch): FailedStretch[] {
  return [failed, ...before.filter((one) => !overlap(one, failed))].slice(0, kept);
}

/** Each stretch with the last failure that was met in it. */
export function gapsWithReasons(stretches: readonly Stretch[], failed: readonly FailedStretch[]): Gap[] {
  return stretches.map((stretch) => {
    const last = failed.find((one) => overlap(one, stretch));
    return last ? { ...stretch, failed: { at: last.at, error: last.error } } : { ...stretch };
  });
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.until && other.from < one.until;
}
