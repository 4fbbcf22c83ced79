import { type CallType, type Direction, type Outcome, outcomes } from '../../lib/calls/call';
import type { CallFilter } from '../../lib/questions/questions';

export const periods = ['all', 'today', '7d', '30d', '12m', 'range'] as const;
type Period = (typeof periods)[number];

/** How a call ended; `open` is what nobody has called back for yet, however it ended. */
export const endings = [...outcomes, 'open'] as const;
type Ending = Outcome | 'open';

/** What the filters row holds; '' means any. The days are of the calendar, so “7 days” is today and the six before. */
export interface PanelFilter {
  direction: Direction | '';
  type: CallType | '';
  outcome: Ending | '';
  period: Period;
  /** first and last day of a range, yyyy-mm-dd, both included; '' leaves that end open */
  from: string;
  to: string;
  text: string;
}

export const noFilter: PanelFilter = {
  direction: '',
  type: '',
  outcome: '',
  period: 'all',
  from: '',
  to: '',
  text: '',
};

export function isFiltered(filter: PanelFilter): boolean {
  return Object.keys(toCallFilter(filter, 0)).length > 0;
}

/** The filter as it is asked; `now` (epoch seconds) says which days are meant, in the browser's zone. */
export function toCallFilter(filter: PanelFilter, now: number): CallFilter {
  const text = filter.text.trim();
  return {
    ...(filter.direction && { direction: filter.direction }),
    ...(filter.type && { type: filter.type }),
    ...(filter.outcome && (filter.outcome === 'open' ? { open: true } : { outcome: filter.outcome })),
    ...(text && { text }),
    ...stretchOf(filter, now),
  };
}

function stretchOf(filter: PanelFilter, now: number): { from?: number; until?: number } {
  const today = new Date(now * 1000);
  const startOf = (years: number, days: number): { from: number } => ({
    from: new Date(today.getFullYear() - years, today.getMonth(), today.getDate() - days).getTime() / 1000,
  });
  if (filter.period === 'today') return startOf(0, 0);
  if (filter.period === '7d') return startOf(0, 6);
  if (filter.period === '30d') return startOf(0, 29);
  if (filter.period === '12m') return startOf(1, 0);
  if (filter.period === 'all') return {};
  const from = midnight(filter.from, 0);
  const until = midnight(filter.to, 1);
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}

/** Start of a yyyy-mm-dd day in the browser's zone, `later` days on; undefined when it is no day. */
function midnight(day: string, later: number): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) return undefined;
  const date = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + later);
  return date.getTime() / 1000;
}
