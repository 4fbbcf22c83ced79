const zero = 48;

/**
 * `2022-08-22 09:43:58` (a T, or no seconds, will do) as seconds since 1970 as if it were UTC: CDR texts are the PBX's
 * wall clock and bear no offset (section 3.5). 0 for everything that is no date, `0000-00-00 00:00:00` among it.
 * Digits are read one by one: Date.parse takes five times as long, and takes the text for this computer's own zone.
 */
export function wallClockSeconds(text: string): number {
  if (text.length < 16) return 0;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = text.length >= 19 ? two(text, 17) : 0;
  // A comparison with NaN is false: whatever is not a digit ends here too.
  const plausible = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59;
  if (!plausible || !(second <= 60)) return 0;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
