import type { Language } from '../../lib/text/texts';

/** Dates and lengths in words, in the page's way of writing them and the browser's time zone. */
export interface Times {
  /** 23/11/2026 */
  date(seconds: number): string;
  /** 14:05 */
  time(seconds: number): string;
  /** 14:05:09 */
  exactTime(seconds: number): string;
  /** the date, or “today” and “yesterday” */
  day(seconds: number, now: number): string;
  /** “4 minutes ago”, “yesterday”; less than a minute is “just now” */
  ago(seconds: number, now: number): string;
  /** a length in words: 3 min 12 s; hours leave the seconds out */
  length(seconds: number): string;
  /** a length for columns: 3:12, 1:03:12 */
  clock(seconds: number): string;
}

/**
 * `locale` is a BCP 47 tag and may be more exact than the language of the texts: en-US, fr-CA. `justNow` is said of less
 * than a minute, for which Intl has only “now”.
 */
export function createTimes(language: Language, locale: string, justNow: string): Times {
  const dates = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const exactTimes = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const units = { hour: unit(locale, 'hour'), minute: unit(locale, 'minute'), second: unit(locale, 'second') };
  // French has a narrow space before some units and a full one before others: side by side that looks like a slip
  const inUnits = (format: Intl.NumberFormat, value: number): string =>
    format.format(value).replace('\u202f', '\u00a0');

  const day = (seconds: number, now: number): string => {
    const distance = daysBetween(seconds, now);
    return distance === 0 || distance === -1 ? relative.format(distance, 'day') : dates.format(seconds * 1000);
  };

  return {
    date: (seconds) => dates.format(seconds * 1000),
    time: (seconds) => times.format(seconds * 1000),
    exactTime: (seconds) => exactTimes.format(seconds * 1000),
    day,
    ago(seconds, now) {
      const passed = Math.max(0, now - seconds);
      if (passed < 60) return justNow;
      if (passed < 3600) return relative.format(-Math.floor(passed / 60), 'minute');
      if (passed < 86_400) return relative.format(-Math.floor(passed / 3600), 'hour');
      return relative.format(daysBetween(seconds, now), 'day');
    },
    length(seconds) {
      const hours = Math.floor(seconds / 3600);
      const minutes = Math.floor((seconds % 3600) / 60);
      const rest = Math.round(seconds % 60);
      if (hours > 0) return joined(inUnits(units.hour, hours), minutes > 0 && inUnits(units.minute, minutes));
      if (minutes > 0) return joined(inUnits(units.minute, minutes), rest > 0 && inUnits(units.second, rest));
      return inUnits(units.second, rest);
    },
    clock(seconds) {
      const hours = Math.floor(seconds / 3600);
      const minutes = Math.floor((seconds % 3600) / 60);
      const rest = twoDigits(Math.floor(seconds % 60));
      return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
    },
  };
}

function unit(locale: string, name: 'hour' | 'minute' | 'second'): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
}

function joined(first: string, second: string | false): string {
  return second ? `${first} ${second}` : first;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Calendar days of the browser's zone, not stretches of 24 hours: a call at 23:50 was yesterday at 0:10. */
function daysBetween(seconds: number, now: number): number {
  const midnight = (value: number): number => new Date(value * 1000).setHours(0, 0, 0, 0);
  return Math.round((midnight(seconds) - midnight(now)) / 86_400_000);
}
