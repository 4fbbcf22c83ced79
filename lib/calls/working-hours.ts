import type { ZoneClock } from './zone-clock';

/** When people work; 0 Sunday … 6 Saturday, minutes of the day. */
export interface WorkingHours {
  days: readonly number[];
  from: number;
  until: number;
}

/**
 * Whether a moment (UTC epoch seconds) lies in working hours by this clock. `until` is the first minute after work; where
 * it is not after `from`, work goes on past midnight into the next day.
 */
export function inWorkingHours(start: number, { days, from, until }: WorkingHours, clock: ZoneClock): boolean {
  const wall = start + clock.at(start).offset;
  const minute = Math.floor((((wall % 86_400) + 86_400) % 86_400) / 60);
  // 1 January 1970 was a Thursday
  const day = (Math.floor(wall / 86_400) + 4) % 7;
  if (from < until) return days.includes(day) && minute >= from && minute < until;
  return minute >= from ? days.includes(day) : minute < until && days.includes((day + 6) % 7);
}
