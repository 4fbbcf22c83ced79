import { callTypes, directions } from '../../lib/calls/call';
import type { JournalFilter } from '../../lib/questions/journal';
import { endings, noFilter as noPanelFilter, type PanelFilter, toCallFilter } from '../panel/filter';

export const journalPeriods = ['all', 'today', 'yesterday', '7d', '30d', 'range'] as const;

/** What the journal's filters hold; '' means any. Days are of the calendar, in the browser's zone. */
export interface JournalView extends Omit<PanelFilter, 'period'> {
  period: (typeof journalPeriods)[number];
  /** its number belongs to a party */
  matched: '' | 'yes' | 'no';
  recorded: '' | 'yes';
}

export const noFilter: JournalView = { ...noPanelFilter, period: 'all', matched: '', recorded: '' };

export function isFiltered(view: JournalView): boolean {
  return Object.keys(toJournalFilter(view, 0)).length > 0;
}

/** The filter as it is asked; `now` (epoch seconds) says which days are meant. */
export function toJournalFilter({ matched, recorded, period, ...rest }: JournalView, now: number): JournalFilter {
  return {
    ...(period === 'yesterday'
      ? { ...toCallFilter({ ...rest, period: 'all' }, now), ...stretchOfDays(now, 1, 1) }
      : toCallFilter({ ...rest, period }, now)),
    ...(matched && { matched: matched === 'yes' }),
    ...(recorded && { recorded: true }),
  };
}

/** `count` whole days of the calendar, the last of them `back` days before today. */
export function stretchOfDays(now: number, back: number, count: number): { from: number; until: number } {
  const today = new Date(now * 1000);
  const midnight = (days: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).getTime() / 1000;
  return { from: midnight(back + count - 1), until: midnight(back - 1) };
}

/** The filters of an address: `direction=in&period=30d&text=lefevre`. What is not understood is left out. */
export function readQuery(query: string): JournalView {
  const values = new URLSearchParams(query);
  const day = (name: string): string => /^\d{4}-\d{2}-\d{2}$/.exec(values.get(name) ?? '')?.[0] ?? '';
  const one = <T extends string>(name: string, allowed: readonly T[], usual: T): T =>
    allowed.find((known) => known === values.get(name)) ?? usual;
  return {
    direction: one('direction', ['', ...directions], ''),
    type: one('type', ['', ...callTypes], ''),
    outcome: one('outcome', ['', ...endings], ''),
    period: one('period', journalPeriods, 'all'),
    from: day('from'),
    to: day('to'),
    text: (values.get('text') ?? '').slice(0, 100),
    matched: one('matched', ['', 'yes', 'no'], ''),
    recorded: one('recorded', ['', 'yes'], ''),
  };
}

export function writeQuery(view: JournalView): string {
  const values = new URLSearchParams();
  const names = ['period', 'from', 'to', 'direction', 'type', 'outcome', 'matched', 'recorded', 'text'] as const;
  for (const name of names) {
    const isDay = name === 'from' || name === 'to';
    if (view[name] !== noFilter[name] && !(isDay && view.period !== 'range')) values.set(name, view[name]);
  }
  return values.toString();
}
