import type { GroupBy } from '../../lib/questions/statistics';
import { addDays, dayOf } from './days';

export const statisticsPeriods = ['today', 'yesterday', '7d', '30d', '12m', 'range'] as const;
export const units = ['day', 'week', 'month'] as const;
export const measures = ['calls', 'talk', 'answer', 'back'] as const;
export const groupings = ['extension', 'through', 'did', 'trunk', 'party'] as const satisfies readonly GroupBy[];

/** What the view of statistics shows: all of it stands in the address. Days are of the calendar. */
export interface StatisticsView {
  period: (typeof statisticsPeriods)[number];
  /** first and last day of a range, yyyy-mm-dd, both included; '' is today */
  from: string;
  to: string;
  unit: (typeof units)[number];
  measure: (typeof measures)[number];
  by: GroupBy;
}

const usual: StatisticsView = { period: '30d', from: '', to: '', unit: 'day', measure: 'calls', by: 'extension' };

/** `#/statistics?period=12m&unit=month&by=party` */
export function statisticsAddress(part: Partial<StatisticsView> = {}): string {
  const view = { ...usual, ...part };
  const values = new URLSearchParams();
  for (const name of ['period', 'from', 'to', 'unit', 'measure', 'by'] as const) {
    const isDay = name === 'from' || name === 'to';
    if (view[name] !== usual[name] && !(isDay && view.period !== 'range')) values.set(name, view[name]);
  }
  const query = values.toString();
  return query ? `#/statistics?${query}` : '#/statistics';
}

export function readStatistics(query: string): StatisticsView {
  const values = new URLSearchParams(query);
  const one = <T extends string>(name: string, allowed: readonly T[], other: T): T =>
    allowed.find((known) => known === values.get(name)) ?? other;
  const day = (name: string): string => /^\d{4}-\d{2}-\d{2}$/.exec(values.get(name) ?? '')?.[0] ?? '';
  return {
    period: one('period', statisticsPeriods, usual.period),
    from: day('from'),
    to: day('to'),
    unit: one('unit', units, usual.unit),
    measure: one('measure', measures, usual.measure),
    by: one('by', groupings, usual.by),
  };
}

/** Whole days of the calendar, the last included. */
export interface DayStretch {
  first: string;
  last: string;
}

/** The days of the period, and as many before them; `now` in UTC epoch seconds. Of a range the ends may be swapped. */
export function stretchesOf(view: StatisticsView, now: number): { period: DayStretch; before: DayStretch } {
  const period = periodOf(view, dayOf(now));
  const count = Math.round((Date.parse(period.last) - Date.parse(period.first)) / 86_400_000) + 1;
  return { period, before: { first: addDays(period.first, -count), last: addDays(period.first, -1) } };
}

/** The same of a named period. */
export function stretchesIn(period: 'today' | '7d', now: number): { period: DayStretch; before: DayStretch } {
  return stretchesOf({ ...usual, period }, now);
}

function periodOf({ period, from, to }: StatisticsView, today: string): DayStretch {
  if (period === 'today') return { first: today, last: today };
  if (period === 'yesterday') return { first: addDays(today, -1), last: addDays(today, -1) };
  if (period === '7d') return { first: addDays(today, -6), last: today };
  if (period === '30d') return { first: addDays(today, -29), last: today };
  if (period === '12m') return { first: addDays(yearBefore(today), 1), last: today };
  const ends = [isDay(from) ? from : today, isDay(to) ? to : today].sort();
  return { first: ends[0] ?? today, last: ends[1] ?? today };
}

function isDay(text: string): boolean {
  return text !== '' && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** Of 29 February it is 1 March. */
function yearBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year - 1, month - 1, date)).toISOString().slice(0, 10);
}
