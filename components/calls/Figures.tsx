import type { CallFigures } from '../../lib/calls/statistics';
import { moment } from '../call/gap-words';
import type { CallsWords } from './calls-words';
import { daysInWords } from './day-words';
import { startOfDay } from './days';
import { type Measure, measures, written } from './measures';
import { journalAddress } from './route';
import type { DayStretch } from './statistics-view';

interface FiguresProps {
  now: CallFigures;
  earlier: CallFigures;
  period: DayStretch;
  before: DayStretch;
  /** what stands above them; their days when left out */
  titles?: readonly [string, string];
  words: CallsWords;
  /** UTC epoch seconds from which on all calls are known */
  knownFrom?: number | undefined;
}

/** Each figure beside that of the days before; both lead to their calls. */
export function Figures({ now, earlier, period, before, titles, words, knownFrom = 0 }: FiguresProps) {
  const { statistics, say } = words;
  const isPartial = startOfDay(before.first) < knownFrom;
  const cell = (measure: Measure, figures: CallFigures, { first, last }: DayStretch) =>
    measure.value(figures) ? (
      <a href={journalAddress({ period: 'range', from: first, to: last, ...measure.behind })}>
        {written(measure, figures, words)}
      </a>
    ) : (
      written(measure, figures, words)
    );
  return (
    <div class="wide-table">
      <table class="beside">
        <thead>
          <tr>
            <td />
            <th scope="col">{titles?.[0] ?? daysInWords(period, words)}</th>
            <th scope="col">{titles?.[1] ?? daysInWords(before, words)}</th>
            <th scope="col">{statistics.change}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure.name} data-figure={measure.name}>
              <th scope="row">{statistics.figure[measure.name]}</th>
              <td>
                <b>{cell(measure, now, period)}</b>
              </td>
              {/* none of days that were not read is not the same as none */}
              <td class="quiet">{isPartial && !measure.value(earlier) ? '–' : cell(measure, earlier, before)}</td>
              <td class="quiet">
                {isPartial ? '–' : changed(measure.value(now), measure.value(earlier), words.language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isPartial && <p class="quiet">{say(statistics.knownFrom, { when: moment(knownFrom, words.times) })}</p>}
    </div>
  );
}

function changed(now: number | undefined, then: number | undefined, language: string): string {
  if (now === undefined || !then) return '–';
  const format = new Intl.NumberFormat(language, { style: 'percent', signDisplay: 'exceptZero' });
  return format.format(Math.round((now / then - 1) * 100) / 100);
}
