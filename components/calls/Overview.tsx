import type { JournalLine } from '../../lib/questions/journal';
import type { Figures } from '../../lib/questions/questions';
import { DirectionMark } from '../call/DirectionMark';
import { OutcomeBadge } from '../call/OutcomeBadge';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { Gaps } from '../panel/Gaps';
import type { PopupStore } from '../popup/create-popup-store';
import { PopupState } from '../popup/PopupState';
import type { CallsWords } from './calls-words';
import { stretchOfDays } from './journal-filter';
import { callAddress, journalAddress, missedAddress } from './route';
import type { CallsShell } from './shell';
import { useAsked } from './use-asked';
import { Who } from './Who';

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
    () => {
      const day = shell.now();
      const stretches = [
        stretchOfDays(day, 0, 1),
        stretchOfDays(day, 1, 1),
        stretchOfDays(day, 0, 7),
        stretchOfDays(day, 7, 7),
      ];
      return shell.ask('own.overview', { stretches, limit: shown });
    },
    new Date(now * 1000).toDateString(),
    shell.onChanged,
  );
  const sync = state.state.value;
  const [today, yesterday, week, weekBefore] = asked.answer?.figures ?? [];
  return (
    <>
      <h1>{calls.overview}</h1>
      {sync && (
        <div class="box">
          <PopupState store={state} state={sync} words={words} now={now} openOptions={shell.openOptions} />
          <Gaps sync={sync} words={words} now={now} />
        </div>
      )}
      {asked.error && (
        <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
      )}
      {asked.answer && today && yesterday && week && weekBefore && (
        <>
          <div class="halves">
            <Beside
              title={calls.period.today}
              before={calls.period.yesterday}
              now={today}
              then={yesterday}
              period="today"
              words={words}
            />
            <Beside
              title={calls.period['7d']}
              before={calls.weekBefore}
              now={week}
              then={weekBefore}
              period="7d"
              words={words}
            />
          </div>
          <div class="halves">
            <section class="box" aria-labelledby="recent">
              <h2 id="recent">{popup.recent}</h2>
              <Lines lines={asked.answer.recent} none={popup.none} words={words} now={now} />
              <p>
                <a href={journalAddress()}>
                  {say(calls.seeAll, { count: asked.answer.all, shown: count(asked.answer.all) })}
                </a>
              </p>
            </section>
            <section class="box" aria-labelledby="open">
              <h2 id="open">{calls.open}</h2>
              <Lines lines={asked.answer.open} none={calls.noneOpen} words={words} now={now} />
              {asked.answer.openCount > 0 && (
                <p>
                  <a href={missedAddress()}>{calls.byCaller}</a>
                </p>
              )}
            </section>
          </div>
        </>
      )}
    </>
  );
}

interface BesideProps {
  title: string;
  before: string;
  now: Figures;
  then: Figures;
  period: 'today' | '7d';
  words: CallsWords;
}

/** Figures of some days and of those before; each leads to its calls. */
function Beside({ title, before, now, then, period, words }: BesideProps) {
  const { panel, call, times, count } = words;
  const length = (seconds: number): string => (seconds > 0 ? times.length(seconds) : '–');
  const rows: [string, string, string, string][] = [
    [panel.calls, count(now.calls), count(then.calls), journalAddress({ period })],
    [call.outcome.answered, count(now.answered), count(then.answered), journalAddress({ period, outcome: 'answered' })],
    [panel.missed, count(now.missed), count(then.missed), ''],
    [panel.openOnly, count(now.open), count(then.open), journalAddress({ period, outcome: 'open' })],
    [panel.talk, length(now.talk), length(then.talk), ''],
  ];
  return (
    <section class="box">
      <table class="beside">
        <thead>
          <tr>
            <td />
            <th scope="col">{title}</th>
            <th scope="col">{before}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, earlier, address]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <b>{address ? <a href={address}>{value}</a> : value}</b>
              </td>
              <td class="quiet">{earlier}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
