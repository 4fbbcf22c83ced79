import { useEffect, useRef, useState } from 'preact/hooks';
import { missedOwners, missedStates } from '../../lib/calls/missed';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { MissedLine } from '../../lib/questions/missed';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { CallsWords } from './calls-words';
import { colleagueWords, momentWords } from './hand-words';
import { type Hand, MissedItem, whoIs } from './MissedItem';
import { MissedWhat } from './MissedWhat';
import { missedWish } from './missed-wish';
import { type MissedView, missedAddress, missedDays } from './route';
import type { CallsShell } from './shell';
import { useAsked } from './use-asked';

/** lines shown at first, and more with each press */
const step = 100;

interface MissedProps {
  view: MissedView;
  shell: CallsShell;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
}

/** Callers who got nobody, a line each: whom to call back, when, who does it, or how it ended. */
export function Missed({ view, shell, words, now }: MissedProps) {
  const { calls, say, count } = words;
  const [limit, setLimit] = useState(step);
  const [error, setError] = useState<ErrorShape>();
  /** pressed last, to be taken back */
  const [last, setLast] = useState<{ key: string; said: string; before: Hand }>();
  const title = useRef<HTMLHeadingElement>(null);
  const pressed = useRef(false);
  const { state, days, whose } = view;
  // what was put off comes back by the clock alone
  const minute = Math.floor(now / 60);
  const wish = { ...missedWish(view, shell.now()), offset: 0, limit };
  const asked = useAsked(
    () => shell.ask('own.missed', wish),
    `${state} ${days} ${whose} ${limit} ${wish.from}`,
    shell.onChanged,
  );
  const { answer, again } = asked;
  useEffect(again, [minute]);
  useEffect(() => {
    // the line went, and with it the button that was pressed
    if (pressed.current && answer && (document.activeElement ?? document.body) === document.body)
      title.current?.focus();
    pressed.current = false;
  }, [answer]);

  const tell = async (key: string, hand: Hand, next: typeof last): Promise<void> => {
    try {
      setError(undefined);
      await shell.ask('own.missedHand', { key, ...hand });
      pressed.current = true;
      setLast(next);
      if (!next) title.current?.focus();
    } catch (failure) {
      setError(shapeOf(failure));
    }
  };
  const onHand = (line: MissedLine, hand: Hand): void => {
    const { done = false, assigned, until = 0 } = line.hand ?? {};
    const before: Hand = {
      ...(hand.done !== undefined && { done, until }),
      ...(hand.assigned !== undefined && { assigned: assigned ? { id: assigned.id, name: assigned.name } : null }),
      ...(hand.until !== undefined && { until }),
    };
    void tell(line.call.key, hand, { key: line.call.key, said: saidOf(line, hand, now, words), before });
  };
  const wrong = error ?? asked.error;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {calls.missed}
      </h1>
      <nav class="missed-states" aria-label={calls.missedStates}>
        {missedStates.map((one) => (
          <a key={one} href={missedAddress({ ...view, state: one })} aria-current={one === state ? 'page' : undefined}>
            {calls.missedState[one]} {answer && <span class="missed-count">{count(answer[one])}</span>}
          </a>
        ))}
        <span class="missed-choices">
          <select
            aria-label={calls.whoseLines}
            value={whose}
            onChange={(event) => {
              const chosen = missedOwners.find((one) => one === event.currentTarget.value);
              if (chosen) shell.goTo(missedAddress({ ...view, whose: chosen }), false);
            }}
          >
            {missedOwners.map((one) => (
              <option key={one} value={one}>
                {calls.whoseLine[one]}
              </option>
            ))}
          </select>
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
        </span>
      </nav>
      <p class="missed-last" role="status">
        {last && (
          <>
            {last.said}{' '}
            <button type="button" class="button" onClick={() => void tell(last.key, last.before, undefined)}>
              {calls.undo}
            </button>
          </>
        )}
      </p>
      {wrong && (
        <ErrorNotice error={wrong} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
      )}
      {answer && answer.lines.length === 0 && (
        <p class="empty">{{ open: calls.noneOpen, later: calls.noneLater, closed: calls.noneClosed }[state]}</p>
      )}
      {answer && answer.lines.length > 0 && (
        <ul class="box missed" aria-label={calls.missed}>
          {answer.lines.map((line) => (
            <MissedItem key={line.call.key} line={line} shell={shell} words={words} now={now} onHand={onHand} />
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
      <MissedWhat rules={answer?.rules} shell={shell} words={words} />
    </>
  );
}

/** What was done a moment ago. */
function saidOf(line: MissedLine, { done, assigned, until }: Hand, now: number, words: CallsWords): string {
  const { calls, say } = words;
  const who = whoIs(line, words);
  if (done !== undefined) return say(done ? calls.closedLast : calls.reopenedLast, { who });
  if (assigned) return say(calls.givenLast, { who, name: colleagueWords(assigned, words) });
  if (assigned === null) return say(calls.freedLast, { who });
  return until ? say(calls.laterLast, { who, when: momentWords(until, now, words) }) : say(calls.nowLast, { who });
}
