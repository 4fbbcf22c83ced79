import { zoneClock } from './zone-clock';

const HOUR = 3600;
const DAY = 86_400;
/** 1 January 1970 was a Thursday; the week begins on Monday. */
const FIRST_WEEKDAY = 3;

/** An hour as a zone's clocks show it. */
export interface WallHour {
  /** of the week: Monday 0 h first, 24 a day */
  cell: number;
  /** days of the calendar since 1 January 1970 */
  date: number;
  /** UTC epoch seconds: from here up to the moment asked for it is this same hour, without a gap */
  from: number;
}

/** `zone` as `Europe/Paris`. The hour that comes twice in an autumn night is one cell, but two stretches. */
export function wallHours(zone: string): (utc: number) => WallHour {
  const clock = zoneClock(zone);
  return (utc) => {
    const stretch = clock.at(utc);
    const local = utc + stretch.offset;
    const hour = Math.floor(local / HOUR);
    const date = Math.floor(local / DAY);
    return {
      cell: ((date + FIRST_WEEKDAY) % 7) * 24 + (hour - date * 24),
      date,
      from: Math.max(stretch.from, hour * HOUR - stretch.offset),
    };
  };
}
