import type { CallsWords } from './calls-words';
import { startOfDay } from './days';
import type { DayStretch } from './statistics-view';

/** “23/11/2026”, or the first and the last of several days. */
export function daysInWords({ first, last }: DayStretch, { times }: CallsWords): string {
  const from = times.date(startOfDay(first));
  return first === last ? from : `${from} – ${times.date(startOfDay(last))}`;
}

/** What stands under a bar: 23/11 as dates are written there, or the month. */
export function shortDay({ first }: DayStretch, unit: 'day' | 'week' | 'month', locale: string): string {
  const format: Intl.DateTimeFormatOptions =
    unit === 'month' ? { month: 'short', year: '2-digit' } : { day: '2-digit', month: '2-digit' };
  return new Date(startOfDay(first) * 1000).toLocaleDateString(locale, format);
}

/** Monday first. */
export function weekdays(language: string, style: 'short' | 'long' = 'short'): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
  // 5 January 1970 was a Monday
  return Array.from({ length: 7 }, (_, i) => format.format((4 + i) * 86_400_000));
}
