/** What the UCM says of its own clock, each part only where it can be read. */
export interface UcmClock {
  /** seconds east of UTC */
  zoneOffset?: number;
  /** UTC epoch seconds */
  clock?: number;
}

/** Seconds by which a UCM's clock may be wrong before its windows are laid elsewhere altogether. */
const far = 2 * 86_400;

/** Seconds by which a UCM's clock is ahead of this browser's; undefined when it does not say. `now`: UTC epoch seconds. */
export function skewOf({ clock }: UcmClock, now: number): number | undefined {
  return clock === undefined ? undefined : Math.round(clock - now);
}

/** Wall clock of the UCM minus UTC in seconds, by its own word; undefined when it does not say. */
export function wallOf({ zoneOffset, clock }: UcmClock, now: number): number | undefined {
  if (zoneOffset === undefined) return undefined;
  return Math.round(zoneOffset + (clock === undefined ? 0 : clock - now));
}

/**
 * Where the rows that are written now are to be looked for: with what the calls told (`offset`), and further back or
 * ahead when the UCM's own clock says another time, since it was put into another zone or runs wrong. One that is days
 * away is believed alone: between the two lie all the calls of years.
 */
export function roomFor(offset: number, wall: number | undefined): { local: number; back: number; ahead: number } {
  if (wall === undefined) return { local: offset, back: 0, ahead: 0 };
  if (Math.abs(wall - offset) > far) return { local: wall, back: 0, ahead: 0 };
  return { local: offset, back: Math.max(0, offset - wall), ahead: Math.max(0, wall - offset) };
}
