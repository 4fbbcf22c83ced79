import type { JournalLine } from '../../lib/questions/journal';
import { DirectionMark } from '../call/DirectionMark';
import { moment } from '../call/gap-words';
import { OutcomeBadge } from '../call/OutcomeBadge';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { due } from '../form/due';
import { Gaps } from '../panel/Gaps';
import type { PopupStore } from '../popup/create-popup-store';
import { PopupState } from '../popup/PopupState';
import { askStatistics } from './ask-statistics';
import type { CallsWords } from './calls-words';
import { dayOf } from './days';
import { Figures } from './Figures';
import { missedWish } from './missed-wish';
import { callAddress, journalAddress, type MissedView, missedAddress, missedFirst } from './route';
import type { CallsShell } from './shell';
import { statisticsAddress, stretchesIn } from './statistics-view';
import { useAsked } from './use-asked';
import { Who } from './Who';

/** as the popup and the toolbar button count them: not those that a colleague has */
const waiting: MissedView = { ...missedFirst, whose: 'ours' };

/** lines of each list */
const shown = 8;

interface OverviewProps {
  shell: CallsShell;
  state: PopupStore;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
}

/** Where the page opens: figures beside those of the days before, last calls, whom to call back, how reading stands. */
export function Overview({ shell, state, words, now }: OverviewProps) {
  const { calls, popup, count, say } = words;
  const asked = useAsked(
    async () => {
      const [day, week] = [stretchesIn('today', shell.now()), stretchesIn('7d', shell.now())];
      const [known, missed, ofDay, ofWeek] = await Promise.all([
        shell.ask('own.overview', { limit: shown }),
        // what a person has closed or put off is followed up: the same lines, and as many, as the view of missed calls has
        shell.ask('own.missed', { ...missedWish(waiting, shell.now()), offset: 0, limit: shown }),
        askStatistics(shell.ask, day),
        askStatistics(shell.ask, week),
      ]);
      return { ...known, missed, day: { ...day, of: ofDay }, week: { ...week, of: ofWeek } };
    },
    dayOf(now),
    shell.onChanged,
  );
  const sync = state.state.value;
  const { answer } = asked;
  const titles = {
    day: [calls.period.today, calls.period.yesterday],
    week: [calls.period['7d'], calls.weekBefore],
  } as const;
  return (
    <>
      <h1>{calls.overview}</h1>
      {sync && (
        <div class="box">
          <PopupState store={state} state={sync} words={words} now={now} openOptions={shell.openOptions} />
          <Gaps sync={sync} words={words} now={now} />
          {sync.knownFrom !== undefined && sync.gaps.length === 0 && sync.phase !== 'running' && (
            <p class="quiet">{say(calls.knownFrom, { when: moment(sync.knownFrom, words.times) })}</p>
          )}
          {sync.nextRun > 0 && sync.phase !== 'running' && (
            <p class="quiet">{say(calls.nextRun, { when: due(sync.nextRun, now, words.language) })}</p>
          )}
        </div>
      )}
      {asked.error && (
        <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
      )}
      {answer && (
        <>
          <div class="halves">
            {(['day', 'week'] as const).map((which) => {
              const { of, period, before } = answer[which];
              return (
                <section key={which} class="box" aria-label={titles[which][0]}>
                  <Figures
                    now={of}
                    earlier={of.before}
                    period={period}
                    before={before}
                    titles={titles[which]}
                    words={words}
                    knownFrom={sync?.knownFrom}
                  />
                  <p>
                    <a href={statisticsAddress({ period: which === 'day' ? 'today' : '7d' })}>
                      {words.statistics.title}
                    </a>
                  </p>
                </section>
              );
            })}
          </div>
          <div class="halves">
            <section class="box" aria-labelledby="recent">
              <h2 id="recent">{popup.recent}</h2>
              <Lines lines={answer.recent} none={popup.none} words={words} now={now} />
              <p>
                <a href={journalAddress()}>{say(calls.seeAll, { count: answer.all, shown: count(answer.all) })}</a>
              </p>
            </section>
            <section class="box" aria-labelledby="open">
              <h2 id="open">{say(popup.missed, { count: answer.missed.open })}</h2>
              <Lines
                lines={answer.missed.lines.map(({ call }) => call)}
                none={calls.noneOpen}
                words={words}
                now={now}
              />
              {answer.missed.open > 0 && (
                <p>
                  <a href={missedAddress(waiting)}>
                    {say(calls.seeAll, { count: answer.missed.open, shown: count(answer.missed.open) })}
                  </a>
                </p>
              )}
            </section>
          </div>
        </>
      )}
    </>
  );
}

interface LinesProps {
  lines: JournalLine[];
  none: string;
  words: CallsWords;
  now: number;
}

function Lines({ lines, none, words, now }: LinesProps) {
  const { times, call } = words;
  if (lines.length === 0) return <p class="quiet">{none}</p>;
  return (
    <ul class="few">
      {lines.map((line) => (
        <li key={line.key}>
          <a href={callAddress(line.key)}>
            {times.day(line.start, now)} {times.time(line.start)}
          </a>
          <DirectionMark direction={line.direction} words={words} />
          <span class="few-who">
            {line.number || call.hidden} <Who line={line} words={words} />
          </span>
          <OutcomeBadge outcome={line.outcome} words={words} />
        </li>
      ))}
    </ul>
  );
}
