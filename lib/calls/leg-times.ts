import type { Leg } from './leg';

/** Seconds a fresh leg may start after its channel's epoch and still be called its first. */
const FRESH = 60;
/** Seconds by which the PBX's count of a length may miss the start of what came next. */
const NEAR = 5;
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
 * UTC of the legs of one call, given in order of start. CDR times are the PBX's wall clock without a zone; the epochs
 * inside uniqueid and session are UTC (section 3.5), and the difference on the call's earliest leg is the offset
 * (3.9, rule 4). `fallback` is used when the data name no epoch at all.
 */
export function legTimes(legs: readonly Leg[], fallback: number): LegTimes {
  const owns = legs.map(freshOffset);
  let earliest = Number.POSITIVE_INFINITY;
  let offset: number | undefined;
  for (let i = 0; i < legs.length; i++) {
    const own = owns[i];
    const leg = legs[i];
    if (own === undefined || !leg) continue;
    const start = Math.max(leg.start - own, epochNear(leg, own));
    if (start >= earliest) continue;
    earliest = start;
    offset = own;
  }
  offset ??= staleOffset(legs);
  const used = offset ?? fallback;
  const starts = legs.map(({ start }) => start - used);
  if (isPlain(legs, owns, used, starts)) return { offset, starts };
  return { offset, starts: overChange(legs, owns, used, starts) };
}

/**
 * The offset a leg shows by itself: only a leg that started with its channel or session does, within a minute. The
 * later epoch first: a retrieved call keeps its old channel but has a session of its own. A leg that begins a whole
 * number of hours later in its channel shows one too, and a wrong one: only its call can tell (legTimes).
 */
export function freshOffset(leg: Leg): number | undefined {
  const channel = epochOf(leg.uniqueid);
  const session = epochOf(leg.session);
  const later = offsetTo(leg.start, Math.max(channel, session));
  return later !== undefined || channel === session ? later : offsetTo(leg.start, Math.min(channel, session));
}

/** Nearly every call: its legs agree, or are too near to each other for a change of the clocks to show. */
function isPlain(
  legs: readonly Leg[],
  owns: readonly (number | undefined)[],
  used: number,
  starts: readonly number[],
): boolean {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let agree = true;
  for (let i = 0; i < legs.length; i++) {
    const leg = legs[i];
    const start = starts[i];
    if (!leg || start === undefined) continue;
    if (owns[i] !== used) {
      if (owns[i] !== undefined || start < lowest(leg) - 1) return false;
      agree = false;
    }
    first = Math.min(first, start);
    last = Math.max(last, start + leg.duration);
  }
  return agree || last - first < HOUR - FRESH;
}

/**
 * Starts when the call is long or the clocks may have changed in it. A leg with an epoch of its own is right in any
 * case. Another one begins where something before it ended: as its clock says, an hour earlier (after the spring
 * change), an hour later (after the autumn one). None begins before its own channel.
 */
function overChange(
  legs: readonly Leg[],
  owns: readonly (number | undefined)[],
  used: number,
  clock: readonly number[],
): number[] {
  const starts: (number | undefined)[] = legs.map((leg, i) => {
    const start = clock[i] ?? 0;
    const own = owns[i];
    if (own === used) return start;
    if (start < lowest(leg) - 1) return start + HOUR;
    if (own === undefined || Math.abs(own - used) > HOUR) return undefined;
    // With another leg that began with the same epoch it may as well be a later leg of that channel.
    const epoch = epochNear(leg, own);
    const shared = legs.some((other, o) => owns[o] === used && epochNear(other, used) === epoch);
    return shared ? undefined : leg.start - own;
  });

  const follows = (at: number) => {
    for (let i = 0; i < legs.length; i++) {
      const start = starts[i];
      if (start !== undefined && Math.abs(start + (legs[i]?.duration ?? 0) - at) <= NEAR) return true;
    }
    return false;
  };
  const place = () => {
    for (const shift of [0, -HOUR, HOUR]) {
      for (let i = 0; i < legs.length; i++) {
        const leg = legs[i];
        const at = (clock[i] ?? 0) + shift;
        if (starts[i] !== undefined || !leg || at < lowest(leg) - 1 || !follows(at)) continue;
        starts[i] = at;
        return true;
      }
    }
    return false;
  };
  // Each leg placed may be what the next one follows.
  while (place());
  return starts.map((start, i) => start ?? clock[i] ?? 0);
}

/** No leg is fresh: the one nearest to an epoch of its own tells, as well as it can; it began after that epoch. */
function staleOffset(legs: readonly Leg[]): number | undefined {
  let nearest = Number.POSITIVE_INFINITY;
  for (const leg of legs) {
    const epoch = lowest(leg);
    if (epoch > 0) nearest = Math.min(nearest, leg.start - epoch);
  }
  if (!Number.isFinite(nearest)) return undefined;
  let offset = Math.floor((nearest + 1) / QUARTER) * QUARTER;
  while (!isZone(offset / HOUR)) {
    if (offset < -12 * HOUR) return undefined;
    offset -= QUARTER;
  }
  return offset;
}

/** UTC before which a leg cannot have begun: its channel's or session's epoch; 0 when it names none. */
function lowest(leg: Leg): number {
  return Math.max(epochOf(leg.uniqueid), epochOf(leg.session));
}

/** Which of its two epochs a fresh leg began with. */
function epochNear(leg: Leg, own: number): number {
  const later = lowest(leg);
  return leg.start - own >= later - 1 ? later : Math.min(epochOf(leg.uniqueid), epochOf(leg.session));
}

function offsetTo(start: number, epoch: number): number | undefined {
  if (epoch === 0) return undefined;
  const rounded = Math.round((start - epoch) / QUARTER) * QUARTER;
  const after = start - epoch - rounded;
  // A second before: the epoch and the text may be rounded each its own way.
  return after >= -1 && after <= FRESH && isZone(rounded / HOUR) ? rounded : undefined;
}

/**
 * The first ten digits of a channel's or session's name; 0 when they are no time between 2001 and 2096. Read one by
 * one: it is asked for every leg, some times over.
 */
function epochOf(name: string): number {
  if (name.length < 10) return 0;
  let epoch = 0;
  for (let i = 0; i < 10; i++) {
    const digit = name.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return 0;
    epoch = epoch * 10 + digit;
  }
  return epoch > 1e9 && epoch < 4e9 ? epoch : 0;
}

function isZone(hours: number): boolean {
  return hours >= -12 && hours <= 14 && (Number.isInteger(hours) || odd.has(hours));
}
