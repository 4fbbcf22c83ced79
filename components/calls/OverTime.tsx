import { useCallback, useMemo } from 'preact/hooks';
import { Choice } from '../form/Choice';
import type { Bucket } from './buckets';
import { type Bar, Chart } from './Chart';
import type { CallsWords } from './calls-words';
import { daysInWords, shortDay } from './day-words';
import { measures, written } from './measures';
import { journalAddress } from './route';
import { type StatisticsView, measures as shownMeasures, units } from './statistics-view';

interface OverTimeProps {
  buckets: readonly Bucket[];
  view: StatisticsView;
  words: CallsWords;
  onChange(part: Partial<StatisticsView>): void;
  onDrawn(canvas: HTMLCanvasElement): void;
  onSave(): void;
}

/** A figure by day, week or month as bars, and all figures as a table. */
export function OverTime({ buckets, view, words, onChange, onDrawn, onSave }: OverTimeProps) {
  const { statistics } = words;
  const measure = measures.find(({ name }) => name === view.measure) ?? measures[0];
  const bars = useMemo<Bar[]>(
    () =>
      buckets.map((bucket) => ({
        label: shortDay(bucket, view.unit, words.locale),
        title: `${daysInWords(bucket, words)}, ${measure ? written(measure, bucket.figures, words) : ''}`,
        address: behind(bucket, measure?.behind),
        value: measure?.value(bucket.figures) ?? 0,
        part: view.measure === 'calls' ? bucket.figures.missed : 0,
      })),
    [buckets, measure, view, words],
  );
  const isCount = measure?.kind === 'count';
  const scale = useCallback(
    (value: number) => (isCount ? words.count(value) : value === 0 ? '0' : words.times.length(value)),
    [isCount, words],
  );
  const what = `${statistics.figure[view.measure]}, ${statistics.unit[view.unit]}`;
  return (
    <>
      <div class="box-title">
        <h2 id="over-time">{statistics.overTime}</h2>
        <Choice
          label={statistics.measure}
          value={view.measure}
          options={shownMeasures.map((one) => [one, statistics.figure[one]])}
          onChoose={(chosen) => onChange({ measure: chosen })}
        />
        <Choice
          label={statistics.units}
          value={view.unit}
          options={units.map((one) => [one, statistics.unit[one]])}
          onChoose={(unit) => onChange({ unit })}
        />
        {view.measure === 'calls' && (
          <span class="chart-legend">
            <i class="chart-all" /> {statistics.figure.calls} <i class="chart-missed" /> {statistics.figure.missed}
          </span>
        )}
        <button type="button" class="button" onClick={onSave}>
          {statistics.save}
        </button>
      </div>
      <Chart label={what} bars={bars} scale={scale} onDrawn={onDrawn} />
      <details class="chart-table">
        <summary>{statistics.table}</summary>
        <div class="wide-table">
          <table class="groups">
            <caption class="unseen">{what}</caption>
            <thead>
              <tr>
                <th scope="col">{statistics.period}</th>
                {measures.map(({ name }) => (
                  <th key={name} scope="col">
                    {statistics.figure[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {buckets.map((bucket) => (
                <tr key={bucket.first}>
                  <th scope="row">{daysInWords(bucket, words)}</th>
                  {measures.map((one) => (
                    <td key={one.name}>
                      {one.value(bucket.figures) ? (
                        <a href={behind(bucket, one.behind)}>{written(one, bucket.figures, words)}</a>
                      ) : (
                        <span class="quiet">–</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function behind({ first, last }: Bucket, filter: Parameters<typeof journalAddress>[0]): string {
  return journalAddress({ period: 'range', from: first, to: last, ...filter });
}
