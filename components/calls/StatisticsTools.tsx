import { Choice } from '../form/Choice';
import type { CallsWords } from './calls-words';
import { type DayStretch, type StatisticsView, statisticsPeriods } from './statistics-view';

interface StatisticsToolsProps {
  view: StatisticsView;
  period: DayStretch;
  words: CallsWords;
  onChange(part: Partial<StatisticsView>): void;
}

/** Which days; and the way onto paper. */
export function StatisticsTools({ view, period, words, onChange }: StatisticsToolsProps) {
  const { calls, panel, statistics } = words;
  return (
    <search class="journal-filters statistics-tools" aria-label={statistics.period}>
      <Choice
        label={statistics.period}
        value={view.period}
        options={statisticsPeriods.map((one) => [one, one === '12m' ? panel.period['12m'] : calls.period[one]])}
        // a range begins as the days that were shown
        onChoose={(chosen) =>
          onChange({ period: chosen, ...(chosen === 'range' && { from: period.first, to: period.last }) })
        }
      />
      {view.period === 'range' &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            {panel[end]}{' '}
            <input
              type="date"
              value={end === 'from' ? period.first : period.last}
              onChange={(event) =>
                event.currentTarget.value !== '' &&
                onChange(end === 'from' ? { from: event.currentTarget.value } : { to: event.currentTarget.value })
              }
            />
          </label>
        ))}
      <button type="button" class="button" onClick={() => window.print()}>
        {statistics.print}
      </button>
    </search>
  );
}
