import type { LegLine } from '../../lib/questions/questions';

/** One station of the strip: legs that did the same at the same time are one. */
export interface Step {
  role: LegLine['role'] | 'thenTalked' | 'asked';
  targets: string[];
  /** UTC epoch seconds */
  start: number;
  /** seconds of talk, or of ringing and waiting where nobody talked */
  length: number;
}

/** What holds the caller while telephones ring. Of legs that begin together these come first: they lead to the others. */
const holding = new Set<LegLine['role']>(['dialled', 'menu', 'group', 'queue']);

/**
 * The legs in the order in which they began. Extensions that rang together are one step, and so are the legs in which
 * a queue or group held the caller at the same time. Whoever talked after the first is the one the call was
 * transferred to; a colleague who was asked before (a talk that did not count) is a step only when he did not get it.
 */
export function stepsOf(legs: readonly LegLine[]): Step[] {
  const steps: Step[] = [];
  let talked: string | undefined;
  const ordered = [...legs].sort(byStart);
  for (const [i, leg] of ordered.entries()) {
    const before = steps.at(-1);
    if (leg.role === 'rang' && before?.role === 'rang') {
      if (!before.targets.includes(leg.target)) before.targets.push(leg.target);
      before.length = Math.max(before.length, leg.duration);
      continue;
    }
    const held = holding.has(leg.role) ? steps.find((step) => isSameStay(step, leg)) : undefined;
    if (held) {
      held.length = Math.max(held.length, leg.start + leg.duration - held.start);
      continue;
    }
    const asked = wasAsked(leg);
    if (asked && ordered.slice(i + 1).some((later) => talkedTo(later, leg.target))) continue;
    const transferred = talkedTo(leg) && talked !== undefined && talked !== leg.target;
    if (talkedTo(leg)) talked = leg.target;
    steps.push({
      role: asked ? 'asked' : transferred ? 'thenTalked' : leg.role,
      targets: leg.target ? [leg.target] : [],
      start: leg.start,
      length: talkedTo(leg) ? leg.talk : leg.duration,
    });
  }
  return steps;
}

/** A talk between two of ours in an outside call: the other side waited, so none of it counts. */
function wasAsked(leg: LegLine): boolean {
  return leg.role === 'talked' && leg.talk === 0;
}

function talkedTo(leg: LegLine, target = leg.target): boolean {
  return leg.role === 'talked' && leg.talk > 0 && leg.target === target;
}

/** The UCM writes a queue's wait once for the caller and once for the queue. */
function isSameStay(step: Step, leg: LegLine): boolean {
  const sameTarget = (step.targets[0] ?? '') === leg.target;
  return step.role === leg.role && sameTarget && leg.start <= step.start + step.length;
}

function byStart(one: LegLine, other: LegLine): number {
  return one.start - other.start || Number(holding.has(other.role)) - Number(holding.has(one.role));
}
