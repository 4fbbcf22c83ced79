import type { Zone } from './zone';

const DAY = 86_400;

/** True for a line that is a heading of the story: `today`, `-12d`, `-3wd` (working days back), `2026-10-25`. */
export function isDay(line: string): boolean {
  return /^(?:today|-\d+w?d|\d{4}-\d\d-\d\d)$/.test(line);
}

/** The date `YYYY-MM-DD` a heading means, in the PBX's zone, seen from `now` (UTC epoch seconds). */
export function dateOf(heading: string, now: number, zone: Zone): string {
  const today = zone.text(now).slice(0, 10);
  if (heading === 'today') return today;
  const back = /^-(\d+)(w?)d$/.exec(heading);
  if (!back) return heading;
  let noon = Date.parse(`${today}T12:00:00Z`) / 1000;
  for (let left = Number(back[1]); left > 0; ) {
    noon -= DAY;
    const weekday = new Date(noon * 1000).getUTCDay();
    if (back[2] === '' || (weekday !== 0 && weekday !== 6)) left -= 1;
  }
  return new Date(noon * 1000).toISOString().slice(0, 10);
}
