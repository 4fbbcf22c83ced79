import type { Ask } from '../../lib/questions/questions';
import type { GroupBy, StatisticsAnswer } from '../../lib/questions/statistics';
import { addDays, startOfDay } from './days';
import type { DayStretch } from './statistics-view';

/** The figures of whole days of the browser's zone, and of the days before them, which end where they begin. */
export function askStatistics(
  ask: Ask,
  { period, before }: { period: DayStretch; before: DayStretch },
  by?: GroupBy,
): Promise<StatisticsAnswer> {
  return ask('own.statistics', {
    from: startOfDay(period.first),
    until: startOfDay(addDays(period.last, 1)),
    before: startOfDay(before.first),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(by && { by }),
  });
}
