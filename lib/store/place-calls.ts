import type { SegmentEntry } from './catalogue';
import { SEGMENT_CALLS } from './segment';

/**
 * Calls that come together in such a number become a segment of their own at once: joining them to a half-full one
 * would write that one again for nothing.
 */
const ENOUGH = SEGMENT_CALLS / 4;

/** Where calls go: into a segment there is, or into a new one. */
export interface Placement<T> {
  /** calls for a segment there is, by its number */
  into: Map<number, T[]>;
  /** calls for new segments, each list at most SEGMENT_CALLS long */
  fresh: T[][];
}

/**
 * Decides segments for calls so that segments never overlap in time. A call between two segments goes to the nearer
 * one while there is room for all that fall into the same gap, else all of these become a segment of their own.
 * `segments` and `calls` are in order of start.
 */
export function placeCalls<T extends { start: number }>(
  segments: readonly SegmentEntry[],
  calls: readonly T[],
): Placement<T> {
  const into = new Map<number, T[]>();
  const fresh: T[][] = [];
  const room = new Map(segments.map((segment) => [segment.id, SEGMENT_CALLS - segment.count]));
  const put = (id: number, list: readonly T[]) => {
    into.set(id, [...(into.get(id) ?? []), ...list]);
    room.set(id, (room.get(id) ?? 0) - list.length);
  };

  let after = 0;
  let gap: T[] = [];
  const closeGap = () => {
    const list = gap;
    gap = [];
    const first = list[0];
    const last = list.at(-1);
    if (!first || !last) return;
    const before = segments[after - 1];
    const next = segments[after];
    const near = [
      before && { id: before.id, apart: first.start - before.until },
      next && { id: next.id, apart: next.from - last.start },
    ]
      .filter((candidate) => candidate !== undefined)
      .sort((a, b) => a.apart - b.apart)
      .find(({ id }) => list.length < ENOUGH && (room.get(id) ?? 0) >= list.length);
    if (near) put(near.id, list);
    else for (let i = 0; i < list.length; i += SEGMENT_CALLS) fresh.push(list.slice(i, i + SEGMENT_CALLS));
  };

  for (const call of calls) {
    while (after < segments.length && (segments[after]?.from ?? 0) <= call.start) {
      closeGap();
      after++;
    }
    const holder = segments[after - 1];
    if (holder && call.start <= holder.until) put(holder.id, [call]);
    else gap.push(call);
  }
  closeGap();
  return { into, fresh };
}
