import type { Leg } from './leg';

/** Seconds a fresh leg may start after its channel's epoch and still be called its first. */
const FRESH = 60;
const HOUR = 3600;
const QUARTER = 900;
const odd = new Set([-9.5, -3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 8.75, 9.5, 10.5, 12.75, 13.75]);

export interface LegTimes {
  /** PBX wall clock minus UTC at the start of the call, in seconds; undefined when no leg names an epoch */
  offset: number | undefined;
  /** UTC epoch seconds of each leg's start, in the order of the legs given */
  starts: number[];
}

/**
 * UTC of the legs of one call. CDR times are the PBX's wall clock without a zone; the epochs inside uniqueid and
 * session are UTC (section 3.5), and the difference on the call's earliest leg is the offset (3.9, rule 4).
 * `fallback` is used when the data name no epoch at all.
 */
export function legTimes(legs: readonly Leg[], fallback: number): LegTimes {
  const offset = offsetOf(legs);
  const used = offset ?? fallback;
  let first = Number.POSITIVE_INFINITY;
  for (const leg of legs) {
    const own = ownOffset(leg);
    if (own !== undefined) first = Math.min(first, leg.start - own);
  }
  const starts = legs.map((leg) => {
    // A leg with an epoch of its own is right even when the clocks changed during the call.
    const own = ownOffset(leg);
    if (own !== undefined && Math.abs(own - used) <= HOUR) return leg.start - own;
    const start = leg.start - used;
    // In the autumn hour the wall clock falls back: such a leg seems to begin before its call.
    return start < first - FRESH ? start + HOUR : start;
  });
  return { offset, starts: springForward(legs, starts) };
}

/** After the spring change the wall clock is an hour ahead: a leg that then fits exactly behind another belongs there. */
function springForward(legs: readonly Leg[], starts: number[]): number[] {
  const ends = new Set<number>();
  legs.forEach((leg, i) => {
    const end = (starts[i] ?? 0) + leg.duration;
    for (let s = end - 2; s <= end + 2; s++) ends.add(s);
  });
  const last = Math.max(...starts);
  const first = Math.min(...starts);
  if (last - first < HOUR - FRESH) return starts;
  return starts.map((start, i) => {
    const leg = legs[i];
    const contiguous = ends.has(start) && start > first;
    if (!leg || start - first < HOUR - FRESH || contiguous || ownOffset(leg) !== undefined) return start;
    return ends.has(start - HOUR) ? start - HOUR : start;
  });
}

function offsetOf(legs: readonly Leg[]): number | undefined {
  let best: { start: number; offset: number } | undefined;
  let nearest: { distance: number; offset: number } | undefined;
  for (const leg of legs) {
    const own = ownOffset(leg);
    if (own !== undefined && (!best || leg.start - own < best.start)) best = { start: leg.start - own, offset: own };
    const apart = epochDistance(leg);
    if (apart !== undefined && (!nearest || apart < nearest.distance)) {
      nearest = { distance: apart, offset: Math.round(apart / QUARTER) * QUARTER };
    }
  }
  return best?.offset ?? nearest?.offset;
}

/** The offset a leg shows by itself: only a leg that started with its channel or session does, within a minute. */
function ownOffset(leg: Leg): number | undefined {
  for (const epoch of epochsOf(leg)) {
    const apart = leg.start - epoch;
    const rounded = Math.round(apart / QUARTER) * QUARTER;
    if (Math.abs(apart - rounded) <= FRESH && isZone(rounded / HOUR)) return rounded;
  }
  return undefined;
}

function epochDistance(leg: Leg): number | undefined {
  const epochs = epochsOf(leg);
  return epochs.length === 0 ? undefined : Math.min(...epochs.map((epoch) => leg.start - epoch));
}

/** The later epoch first: a retrieved call keeps its old channel but has a session of its own. */
function epochsOf(leg: Leg): number[] {
  const epochs = [Number.parseInt(leg.uniqueid, 10), Number.parseInt(leg.session.slice(0, 10), 10)];
  return epochs.filter((epoch) => epoch > 1e9 && epoch < 4e9).sort((a, b) => b - a);
}

function isZone(hours: number): boolean {
  return hours >= -12 && hours <= 14 && (Number.isInteger(hours) || odd.has(hours));
}
