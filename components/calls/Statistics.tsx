import { useMemo, useRef } from 'preact/hooks';
import type { SyncState } from '../../lib/questions/questions';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { saveFile } from '../form/save-file';
import { Gaps } from '../panel/Gaps';
import { askStatistics } from './ask-statistics';
import { bucketsOf } from './buckets';
import type { CallsWords } from './calls-words';
import { daysInWords } from './day-words';
import { dayOf } from './days';
import { Figures } from './Figures';
import { Groups } from './Groups';
import { Heat } from './Heat';
import { OverTime } from './OverTime';
import { type BarsPicture, savePicture } from './picture';
import { StatisticsTools } from './StatisticsTools';
import type { CallsShell } from './shell';
import { groupings, type StatisticsView, statisticsAddress, stretchesOf } from './statistics-view';
import { useAsked } from './use-asked';

interface StatisticsProps {
  view: StatisticsView;
  sync: SyncState;
  shell: CallsShell;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
}

/** The figures of a period: beside those before, over time, by hour of the week, and by who and what. */
export function Statistics({ view, sync, shell, words, now }: StatisticsProps) {
  const { statistics } = words;
  const canvas = useRef<HTMLCanvasElement | undefined>(undefined);
  const { period, before } = useMemo(() => stretchesOf(view, now), [view, dayOf(now)]);
  const asked = useAsked(
    () => askStatistics(shell.ask, { period, before }, view.by),
    `${period.first} ${period.last} ${view.by}`,
    shell.onChanged,
  );
  const { answer } = asked;
  const buckets = useMemo(() => (answer ? bucketsOf(answer.days, period, view.unit) : []), [answer, period, view.unit]);
  const stretch = { period: 'range', from: period.first, to: period.last } as const;
  const change = (part: Partial<StatisticsView>): void => shell.goTo(statisticsAddress({ ...view, ...part }), false);
  const save = (): void => {
    if (!canvas.current) return;
    const { calls: all, missed } = statistics.figure;
    const picture: BarsPicture = {
      title: `${statistics.figure[view.measure]}, ${statistics.unit[view.unit]}`,
      period: daysInWords(period, words),
      legend:
        view.measure === 'calls'
          ? [
              { colour: '--chart', text: all },
              { colour: '--chart-part', text: missed },
            ]
          : [],
    };
    void savePicture(canvas.current, picture, (file) =>
      saveFile(file, `${statistics.file}-${period.first}-${period.last}.png`),
    );
  };
  return (
    <>
      <h1>{statistics.title}</h1>
      <StatisticsTools view={view} period={period} words={words} onChange={change} />
      <Gaps sync={sync} words={words} now={now} />
      {asked.error && (
        <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
      )}
      {answer && (
        <>
          <section class="box" aria-label={statistics.figures}>
            <Figures
              now={answer}
              earlier={answer.before}
              period={period}
              before={before}
              words={words}
              knownFrom={sync.knownFrom}
            />
            <details class="meanings">
              <summary>{statistics.meanings}</summary>
              <dl>
                {(['calls', 'answered', 'missed', 'open', 'talk', 'answer', 'back'] as const).map((name) => (
                  <div key={name}>
                    <dt>{statistics.figure[name]}</dt>
                    <dd>{statistics.meaning[name]}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </section>
          {answer.calls === 0 ? (
            <p class="empty">{statistics.none}</p>
          ) : (
            <>
              <section class="box" aria-labelledby="over-time">
                <OverTime
                  buckets={buckets}
                  view={view}
                  words={words}
                  onChange={change}
                  onDrawn={(drawn) => {
                    canvas.current = drawn;
                  }}
                  onSave={save}
                />
              </section>
              <section class="box" aria-labelledby="by-group">
                <div class="box-title">
                  <h2 id="by-group">{statistics.grouped}</h2>
                  <nav aria-label={statistics.grouped} class="tabs">
                    {groupings.map((by) => (
                      <a
                        key={by}
                        href={statisticsAddress({ ...view, by })}
                        aria-current={by === view.by ? 'page' : undefined}
                      >
                        {statistics.by[by]}
                      </a>
                    ))}
                  </nav>
                </div>
                <Groups answer={answer} by={view.by} stretch={stretch} words={words} />
              </section>
              <section class="box" aria-labelledby="heat">
                <Heat heat={answer.heat} period={period} stretch={stretch} words={words} />
              </section>
            </>
          )}
        </>
      )}
    </>
  );
}
