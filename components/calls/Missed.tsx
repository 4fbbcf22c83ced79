import { useRef, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { MissedLine } from '../../lib/questions/missed';
import { OutcomeBadge } from '../call/OutcomeBadge';
import { staffWords } from '../call/staff-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { CallsWords } from './calls-words';
import { stretchOfDays } from './journal-filter';
import { callAddress, journalAddress, type MissedView, missedAddress, missedDays } from './route';
import type { CallsShell } from './shell';
import { useAsked } from './use-asked';
import { Who } from './Who';

/** lines shown at first, and more with each press */
const step = 100;

interface MissedProps {
  view: MissedView;
  shell: CallsShell;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
}

/** Callers who got nobody, a line each: whom to call back, or how it ended. */
export function Missed({ view, shell, words, now }: MissedProps) {
  const { calls, say, count } = words;
  const [limit, setLimit] = useState(step);
  const [error, setError] = useState<ErrorShape>();
  /** pressed last, to be taken back */
  const [last, setLast] = useState<{ key: string; who: string; closed: boolean }>();
  const title = useRef<HTMLHeadingElement>(null);
  const { state, days } = view;
  const day = new Date(now * 1000).toDateString();
  const asked = useAsked(
    () => shell.ask('own.missed', { from: stretchOfDays(shell.now(), 0, days).from, state, offset: 0, limit }),
    `${state} ${days} ${limit} ${day}`,
    shell.onChanged,
  );
  const { answer } = asked;
  const close = async (key: string, who: string, closed: boolean): Promise<void> => {
    try {
      setError(undefined);
      await shell.ask('own.closeMissed', { key, closed });
      setLast({ key, who, closed });
      // the line goes, and with it the button that was pressed
      title.current?.focus();
    } catch (failure) {
      setError(shapeOf(failure));
    }
  };
  const undo = async ({ key, closed }: NonNullable<typeof last>): Promise<void> => {
    try {
      await shell.ask('own.closeMissed', { key, closed: !closed });
      setLast(undefined);
      title.current?.focus();
    } catch (failure) {
      setError(shapeOf(failure));
    }
  };
  const wrong = error ?? asked.error;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {calls.missed}
      </h1>
      <nav class="missed-states" aria-label={calls.missedStates}>
        {(['open', 'closed'] as const).map((one) => (
          <a key={one} href={missedAddress({ ...view, state: one })} aria-current={one === state ? 'page' : undefined}>
            {calls.missedState[one]} {answer && <span class="missed-count">{count(answer[one])}</span>}
          </a>
        ))}
        <select
          aria-label={words.panel.column.date}
          value={String(days)}
          onChange={(event) => {
            const chosen = missedDays.find((one) => String(one) === event.currentTarget.value);
            if (chosen) shell.goTo(missedAddress({ ...view, days: chosen }), false);
          }}
        >
          {missedDays.map((one) => (
            <option key={one} value={String(one)}>
              {say(calls.lastDays, { count: one })}
            </option>
          ))}
        </select>
      </nav>
      <p class="missed-last" role="status">
        {last && (
          <>
            {say(last.closed ? calls.closedLast : calls.reopenedLast, { who: last.who })}{' '}
            <button type="button" class="button" onClick={() => void undo(last)}>
              {calls.undo}
            </button>
          </>
        )}
      </p>
      {wrong && (
        <ErrorNotice error={wrong} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
      )}
      {answer && answer.lines.length === 0 && (
        <p class="empty">{state === 'open' ? calls.noneOpen : calls.noneClosed}</p>
      )}
      {answer && answer.lines.length > 0 && (
        <ul class="box missed" aria-label={calls.missed}>
          {answer.lines.map((line) => (
            <MissedItem key={line.call.key} line={line} state={state} words={words} now={now} onClose={close} />
          ))}
        </ul>
      )}
      {answer && answer[state] > answer.lines.length && (
        <p>
          <button type="button" class="button" onClick={() => setLimit(limit + step)}>
            {calls.more}
          </button>
        </p>
      )}
      <p class="quiet missed-what">{calls.missedWhat}</p>
    </>
  );
}

interface MissedItemProps {
  line: MissedLine;
  state: MissedView['state'];
  words: CallsWords;
  now: number;
  onClose(key: string, who: string, closed: boolean): void;
}

function MissedItem({ line, state, words, now, onClose }: MissedItemProps) {
  const { calls, call, times, say } = words;
  const { call: newest, attempts, first, tried, closed, byHand } = line;
  const when = `${times.day(newest.start, now)} ${times.time(newest.start)}`;
  const who = newest.parties[0]?.name ?? (newest.number || call.hidden);
  return (
    <li class="missed-line">
      <a class="missed-when" href={callAddress(newest.key)} title={times.date(newest.start)}>
        {when}
      </a>
      <span class="missed-who">
        <b>{newest.number || call.hidden}</b> <Who line={newest} words={words} />
      </span>
      <span class="missed-attempts">
        {newest.number === '' ? (
          say(calls.attempts, { count: attempts })
        ) : (
          <a href={journalAddress({ text: newest.rawNumber })}>{say(calls.attempts, { count: attempts })}</a>
        )}
        {attempts > 1 && (
          <span class="quiet"> {say(calls.since, { when: `${times.day(first, now)} ${times.time(first)}` })}</span>
        )}
      </span>
      <span class="missed-tried quiet">
        {tried.length > 0 && say(calls.tried, { who: tried.map((one) => staffWords(one, line.staff)).join(', ') })}
      </span>
      <span class="missed-end">
        {state === 'open' && <OutcomeBadge outcome={newest.outcome} words={words} />}
        {closed && (
          <a href={callAddress(closed.key)}>
            {say(closed.by === 'us' ? calls.calledBack : calls.calledAgain, {
              length: lengthOf(Math.max(0, closed.at - first), words),
            })}
          </a>
        )}
        {byHand && (
          <>
            {calls.closedByHand} <span class="quiet">{calls.closedWhere[byHand]}</span>
          </>
        )}
      </span>
      <span class="missed-do">
        {!closed && (
          <button
            type="button"
            class="button"
            aria-label={`${state === 'open' ? calls.close : calls.reopen}, ${who}`}
            onClick={() => onClose(newest.key, who, state === 'open')}
          >
            {state === 'open' ? calls.close : calls.reopen}
          </button>
        )}
      </span>
    </li>
  );
}

/** Days from the third on: nobody reads 380 hours. */
function lengthOf(seconds: number, { calls, times, say }: CallsWords): string {
  const days = Math.round(seconds / 86_400);
  return days > 2 ? say(calls.lastDays, { count: days }) : times.length(seconds);
}
