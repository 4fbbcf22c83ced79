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
  const owns = legs.map(ownOffset);
  const offset = offsetOf(legs, owns);
  const used = offset ?? fallback;
  let first = Number.POSITIVE_INFINITY;
  legs.forEach((leg, i) => {
    const own = owns[i];
    if (own !== undefined) first = Math.min(first, leg.start - own);
  });
  const starts = legs.map((leg, i) => {
    // A leg with an epoch of its own is right even when the clocks changed during the call.
    const own = owns[i];
    if (own !== undefined && Math.abs(own - used) <= HOUR) return leg.start - own;
    const start = leg.start - used;
    // In the autumn hour the wall clock falls back: such a leg seems to begin before its call.
    return start < first - FRESH ? start + HOUR : start;
  });
  return { offset, starts: springForward(legs, starts, owns) };
}

/** After the spring change the wall clock is an hour ahead: a leg that then fits exactly behind another belongs there. */
function springForward(legs: readonly Leg[], starts: number[], owns: readonly (number | undefined)[]): number[] {
  const first = Math.min(...starts);
  if (Math.max(...starts) - first < HOUR - FRESH) return starts;
  const ends = new Set<number>();
  legs.forEach((leg, i) => {
    const end = (starts[i] ?? 0) + leg.duration;
    for (let s = end - 2; s <= end + 2; s++) ends.add(s);
  });
  return starts.map((start, i) => {
    if (start - first < HOUR - FRESH || ends.has(start) || owns[i] !== undefined) return start;
    return ends.has(start - HOUR) ? start - HOUR : start;
  });
}

function offsetOf(legs: readonly Leg[], owns: readonly (number | undefined)[]): number | undefined {
  let earliest = Number.POSITIVE_INFINITY;
  let offset: number | undefined;
  legs.forEach((leg, i) => {
    const own = owns[i];
    if (own === undefined || leg.start - own >= earliest) return;
    earliest = leg.start - own;
    offset = own;
  });
  if (offset !== undefined) return offset;
  // No leg is fresh: the one nearest to an epoch of its own tells, as well as it can.
  let nearest = Number.POSITIVE_INFINITY;
  for (const leg of legs) {
    const epoch = Math.max(epochOf(leg.uniqueid), epochOf(leg.session));
    if (epoch > 0) nearest = Math.min(nearest, leg.start - epoch);
  }
  return Number.isFinite(nearest) ? Math.round(nearest / QUARTER) * QUARTER : undefined;
}

/**
 * The offset a leg shows by itself: only a leg that started with its channel or session does, within a minute. The
 * later epoch first: a retrieved call keeps its old channel but has a session of its own.
 */
function ownOffset(leg: Leg): number | undefined {
  const channel = epochOf(leg.uniqueid);
  const session = epochOf(leg.session);
  const later = offsetTo(leg.start, Math.max(channel, session));
  return later !== undefined || channel === session ? later : offsetTo(leg.start, Math.min(channel, session));
}

function offsetTo(start: number, epoch: number): number | undefined {
  if (epoch === 0) return undefined;
  const rounded = Math.round((start - epoch) / QUARTER) * QUARTER;
  return Math.abs(start - epoch - rounded) <= FRESH && isZone(rounded / HOUR) ? rounded : undefined;
}

/** The first ten digits of a channel's or session's name; 0 when they are no time between 2001 and 2096. */
function epochOf(name: string): number {
  const epoch = Number.parseInt(name.length > 10 ? name.slice(0, 10) : name, 10);
  return epoch > 1e9 && epoch < 4e9 ? epoch : 0;
}

function isZone(hours: number): boolean {
  return hours >= -12 && hours <= 14 && (Number.isInteger(hours) || odd.has(hours));
}
