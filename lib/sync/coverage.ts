import { CALL_SPAN } from '../calls/regroup';

/** A stretch of UTC epoch seconds, `until` not included. */
export interface Stretch {
  from: number;
  until: number;
}

/** A stretch of time for which the UCM was asked for every leg that starts in it, and when it answered. */
export interface Read extends Stretch {
  /** UTC epoch seconds of the reading */
  readAt: number;
}

/**
 * Seconds after its end before a stretch is believed: a row is written when its leg ends, under the time at which it
 * began (section 3.7), so a reading soon after may lack long calls. The longest a call can be, and an hour for rows
 * that are late.
 */
export const SETTLE = CALL_SPAN + 3600;

/** Stretches known, sorted, none overlapping. A settled one has `readAt` Infinity: how late it was read no longer matters. */
export type Coverage = Read[];

/** With a stretch read again; where it overlaps older readings, the later one counts. */
export function withRead(coverage: Coverage, read: Read): Coverage {
  if (read.until <= read.from) return coverage;
  const parts = [...coverage];
  const next: Coverage = [];
  for (const part of parts) {
    if (part.until <= read.from || part.from >= read.until || part.readAt === Number.POSITIVE_INFINITY) {
      next.push(part);
      continue;
    }
    if (part.from < read.from) next.push({ ...part, until: read.from });
    if (part.until > read.until) next.push({ ...part, from: read.until });
  }
  let from = read.from;
  for (const part of [...next].sort(byFrom)) {
    if (part.until <= from || part.from >= read.until) continue;
    if (part.from > from) next.push({ ...read, from, until: part.from });
    from = Math.max(from, part.until);
  }
  if (from < read.until) next.push({ ...read, from });
  return joined(next.sort(byFrom).flatMap(settledPart));
}

/** A reading splits at `readAt - SETTLE`: what ended before that is settled. */
function settledPart(part: Read): Read[] {
  const line = part.readAt - SETTLE;
  if (part.readAt === Number.POSITIVE_INFINITY || part.from >= line) return [part];
  const settled = { from: part.from, until: Math.min(part.until, line), readAt: Number.POSITIVE_INFINITY };
  return part.until > line ? [settled, { ...part, from: line }] : [settled];
}

function joined(parts: Read[]): Coverage {
  const result: Coverage = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && last.until === part.from && last.readAt === part.readAt) last.until = part.until;
    else result.push({ ...part });
  }
  return result;
}

/** Without what lies before `from`: it is to be read again, should it be wanted again. */
export function since(coverage: Coverage, from: number): Coverage {
  return coverage.filter(({ until }) => until > from).map((read) => ({ ...read, from: Math.max(read.from, from) }));
}

/** What is wanted and was never read, oldest first. */
export function gaps(wanted: Stretch, coverage: Coverage): Stretch[] {
  const result: Stretch[] = [];
  let from = wanted.from;
  for (const part of coverage) {
    if (part.until <= from || part.from >= wanted.until) continue;
    if (part.from > from) result.push({ from, until: part.from });
    from = Math.max(from, part.until);
  }
  if (from < wanted.until) result.push({ from, until: wanted.until });
  return result;
}

/** How far back everything is known, without a gap, from a moment on that is known. */
export function backFrom(coverage: Coverage, moment: number): number {
  return coverage.reduceRight((from, part) => (part.from < from && part.until >= from ? part.from : from), moment);
}

/** Start of the oldest stretch that was read, but too soon after its end; undefined when all is settled. */
export function oldestUnsettled(wanted: Stretch, coverage: Coverage): number | undefined {
  const part = coverage.find(({ until, readAt }) => readAt !== Number.POSITIVE_INFINITY && until > wanted.from);
  return part && Math.max(part.from, wanted.from);
}

/** Share of the wanted time that is known, 0 to 1. */
export function share(wanted: Stretch, coverage: Coverage): number {
  const missing = gaps(wanted, coverage).reduce((sum, { from, until }) => sum + until - from, 0);
  const all = wanted.until - wanted.from;
  return all <= 0 ? 1 : 1 - missing / all;
}

function byFrom(a: Stretch, b: Stretch): number {
  return a.from - b.from;
}
