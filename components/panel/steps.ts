import type { LegLine } from '../../lib/questions/questions';

/** One station of the strip: legs that did the same at the same time are one. */
export interface Step {
  role: LegLine['role'] | 'thenTalked';
  targets: string[];
  /** UTC epoch seconds */
  start: number;
  /** seconds of talk, or of ringing and waiting where nobody talked */
  length: number;
}

/**
 * The legs in the order in which they began. Extensions that rang together are one step,
 * and whoever talked after the first is the one the call was transferred to.
 */
export function stepsOf(legs: readonly LegLine[]): Step[] {
  const steps: Step[] = [];
  let talked: string | undefined;
  for (const leg of [...legs].sort((one, other) => one.start - other.start)) {
    const before = steps.at(-1);
    if (leg.role === 'rang' && before?.role === 'rang') {
      if (!before.targets.includes(leg.target)) before.targets.push(leg.target);
      before.length = Math.max(before.length, leg.duration);
      continue;
    }
    const transferred = leg.role === 'talked' && talked !== undefined && talked !== leg.target;
    if (leg.role === 'talked') talked = leg.target;
    steps.push({
      role: transferred ? 'thenTalked' : leg.role,
      targets: leg.target ? [leg.target] : [],
      start: leg.start,
      length: leg.role === 'talked' ? leg.talk : leg.duration,
    });
  }
  return steps;
}
