import type { CallFigures } from '../../lib/calls/statistics';
import type { CallsWords } from './calls-words';
import type { JournalView } from './journal-filter';

/** A figure of some calls, as it is written, and the filter that lists just the calls it was made of. */
export interface Measure {
  name: keyof CallsWords['statistics']['figure'];
  value(figures: CallFigures): number | undefined;
  /** a number of calls, or a length in seconds */
  kind: 'count' | 'length';
  behind: Partial<JournalView>;
}

const mean = (sum: number, count: number): number | undefined => (count === 0 ? undefined : sum / count);

export const measures: readonly Measure[] = [
  { name: 'calls', value: ({ calls }) => calls, kind: 'count', behind: {} },
  { name: 'answered', value: ({ answered }) => answered, kind: 'count', behind: { outcome: 'answered' } },
  { name: 'missed', value: ({ missed }) => missed, kind: 'count', behind: { outcome: 'nobody' } },
  { name: 'open', value: ({ open }) => open, kind: 'count', behind: { outcome: 'open' } },
  { name: 'talk', value: ({ talk }) => talk, kind: 'length', behind: {} },
  {
    name: 'answer',
    value: ({ waited, answeredIn }) => mean(waited, answeredIn),
    kind: 'length',
    behind: { direction: 'in', outcome: 'answered' },
  },
  {
    name: 'back',
    value: ({ backAfter, missed, open }) => mean(backAfter, missed - open),
    kind: 'length',
    behind: { outcome: 'back' },
  },
];

/** As it stands in a table: “–” where there is nothing to say. */
export function written({ value, kind }: Measure, figures: CallFigures, { count, times }: CallsWords): string {
  const found = value(figures);
  if (kind === 'count') return count(found ?? 0);
  return found === undefined || found === 0 ? '–' : times.length(Math.round(found));
}
