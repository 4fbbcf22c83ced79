/**
 * `23-11-2022 14:37:26 UTC+00:00` or `2026-01-01 00:00:00 UTC+02:00`: the order of the date follows a setting of the
 * UCM's web page, the offset is always at the end (section 1.1). Of the dates it can mean, the one nearest to `now`
 * (ms) is taken. Gives seconds, each left out when it cannot be read.
 */
export function parseSystemTime(text: string, now: number): { zoneOffset?: number; clock?: number } {
  const zone = /UTC\s*([+-])(\d{1,2}):?(\d{2})?\s*$/.exec(text);
  if (!zone) return {};
  const zoneOffset = (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 3600 + Number(zone[3] ?? 0) * 60);
  const read = /^\s*(\d+)\D(\d+)\D(\d+)\s+(\d{1,2}):(\d{2}):(\d{2})\s*([AP]M)?/i.exec(text);
  if (!read) return { zoneOffset };
  const [a = 0, b = 0, c = 0, hour = 0, minute = 0, second = 0] = read.slice(1, 7).map(Number);
  const half = read[7]?.toUpperCase();
  const hour24 = half === undefined ? hour : (hour % 12) + (half === 'PM' ? 12 : 0);
  const dates = a > 31 ? [[a, b, c]] : [[c, a, b] as const, [c, b, a] as const];
  const clocks = dates
    .filter(([, month = 0, day = 0]) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    .map(
      ([year = 0, month = 0, day = 0]) => Date.UTC(year, month - 1, day, hour24, minute, second) / 1000 - zoneOffset,
    );
  const distance = (clock: number) => Math.abs(clock - now / 1000);
  const clock = clocks.sort((one, other) => distance(one) - distance(other))[0];
  return clock === undefined ? { zoneOffset } : { zoneOffset, clock };
}
