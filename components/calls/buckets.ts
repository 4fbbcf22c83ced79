import { type CallFigures, type DayFigures, sumOf } from '../../lib/calls/statistics';
import { addDays } from './days';
import type { DayStretch, StatisticsView } from './statistics-view';

/** Figures of a day, of a week from Monday on, or of a month; the first and the last as far as the period goes. */
export interface Bucket extends DayStretch {
  figures: CallFigures;
}

/** All of the period, in order, also where there was no call. */
export function bucketsOf(days: readonly DayFigures[], { first, last }: DayStretch, unit: StatisticsView['unit']) {
  const buckets: Bucket[] = [];
  let from = first;
  while (from <= last) {
    const end = [endOf(from, unit), last].sort()[0] ?? last;
    const start = from;
    const inside = days.filter(({ day }) => day >= start && day <= end);
    buckets.push({ first: start, last: end, figures: sumOf(inside) });
    from = addDays(end, 1);
  }
  return buckets;
}

function endOf(day: string, unit: StatisticsView['unit']): string {
  if (unit === 'day') return day;
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'week') return addDays(day, (7 - date.getUTCDay()) % 7);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}
