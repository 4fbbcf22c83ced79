/** Two zones of one UCM, in seconds east of UTC: the one it says it is in, and the one its newest call was written in. */
export interface ZoneGap {
  said: number;
  calls: number;
}

/** What calls told of the UCM's zone: `offset` of the call that began at `offsetAt` (UTC epoch seconds). */
export interface ToldByCalls {
  offset?: number | undefined;
  offsetAt?: number | undefined;
}

/**
 * Undefined where the two agree, or either is not known; and where clocks were put forward or back between that call and
 * `now` by just the difference, as `here` tells: the zone of this browser, seconds east of UTC at a moment.
 */
export function zoneGap(
  { offset, offsetAt }: ToldByCalls,
  said: number | undefined,
  now: number,
  here: (at: number) => number,
): ZoneGap | undefined {
  if (said === undefined || offset === undefined || offsetAt === undefined || said === offset) return undefined;
  if (here(now) - here(offsetAt) === said - offset) return undefined;
  return { said, calls: offset };
}

/** The zone by a wall clock that was told with its error, which are measured to the second; zones to the quarter of an hour. */
export function zoneOfWall(wall: number | undefined, skew: number | undefined): number | undefined {
  return wall === undefined ? undefined : Math.round((wall - (skew ?? 0)) / 900) * 900;
}
