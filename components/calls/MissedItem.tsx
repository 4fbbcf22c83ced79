import { useId, useState } from 'preact/hooks';
import type { Colleague, MissedLine } from '../../lib/questions/missed';
import { OutcomeBadge } from '../call/OutcomeBadge';
import { staffWords } from '../call/staff-words';
import type { CallsWords } from './calls-words';
import { dayOf } from './days';
import { FollowUp } from './FollowUp';
import { colleagueWords, momentWords } from './hand-words';
import { callAddress, journalAddress } from './route';
import type { CallsShell } from './shell';
import { Who } from './Who';

/** What a person does with a line; what is left out stays. */
export interface Hand {
  done?: boolean;
  assigned?: Colleague | null;
  /** UTC epoch seconds; 0: at once */
  until?: number;
}

interface MissedItemProps {
  line: MissedLine;
  shell: CallsShell;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
  onHand(line: MissedLine, hand: Hand): void;
}

/** One caller who got nobody. */
export function MissedItem({ line, shell, words, now, onHand }: MissedItemProps) {
  const { calls, call, panel, times, say } = words;
  const { call: newest, attempts, first, tried, closed, hand } = line;
  const [open, setOpen] = useState(false);
  const below = useId();
  const who = whoIs(line, words);
  const isOpen = !closed && !hand?.done;
  return (
    <li class="missed-item">
      <div class="missed-line">
        <a class="missed-when" href={callAddress(newest.key)} title={times.date(newest.start)}>
          {`${times.day(newest.start, now)} ${times.time(newest.start)}`}
        </a>
        <span class="missed-who">
          <b>{newest.number || call.hidden}</b> <Who line={newest} words={words} />
        </span>
        <span class="missed-attempts">
          {newest.number === '' ? (
            say(calls.attempts, { count: attempts })
          ) : (
            <a href={attemptsAddress(line)}>{say(calls.attempts, { count: attempts })}</a>
          )}
          {attempts > 1 && (
            <span class="quiet"> {say(calls.since, { when: `${times.day(first, now)} ${times.time(first)}` })}</span>
          )}
        </span>
        <span class="missed-tried quiet">
          {tried.length > 0 && say(calls.tried, { who: tried.map((one) => staffWords(one, line.staff)).join(', ') })}
        </span>
        <span class="missed-end">
          {isOpen && newest.outcome !== 'voicemail' && <OutcomeBadge outcome={newest.outcome} words={words} />}{' '}
          {/* a message may wait to be heard also where the caller rang again, or was reached meanwhile */}
          {line.voicemail === newest.key && <OutcomeBadge outcome="voicemail" words={words} />}
          {line.voicemail !== undefined && line.voicemail !== newest.key && (
            <a class="missed-mailbox" href={callAddress(line.voicemail)}>
              <OutcomeBadge outcome="voicemail" words={words} />
            </a>
          )}{' '}
          {closed && (
            <a href={callAddress(closed.key)}>
              {say(closed.by === 'us' ? calls.calledBack : calls.calledAgain, {
                length: lengthOf(Math.max(0, closed.at - first), words),
              })}
            </a>
          )}
          {newest.noted && <span class="missed-noted">{panel.noted}</span>}
          <HandSaid line={line} words={words} now={now} />
        </span>
        <span class="missed-do">
          <button
            type="button"
            class="button"
            aria-expanded={open}
            aria-controls={below}
            aria-label={`${calls.followUp}, ${who}`}
            onClick={() => setOpen(!open)}
          >
            {calls.followUp}
          </button>
          {!closed && (
            <button
              type="button"
              class="button"
              aria-label={`${isOpen ? calls.close : calls.reopen}, ${who}`}
              onClick={() => onHand(line, { done: isOpen })}
            >
              {isOpen ? calls.close : calls.reopen}
            </button>
          )}
        </span>
      </div>
      <div id={below}>
        {open && (
          <FollowUp
            line={line}
            shell={shell}
            words={words}
            now={now}
            onAssign={(assigned) => onHand(line, { assigned })}
            onLater={(until) => onHand(line, { until })}
          />
        )}
      </div>
    </li>
  );
}

/** What people did with the line, and who can see that. */
function HandSaid({ line: { closed, hand }, words, now }: Pick<MissedItemProps, 'line' | 'words' | 'now'>) {
  const { calls, say } = words;
  if (closed || !hand) return null;
  const { assigned, until, done, where } = hand;
  const said = [
    ...(done ? [calls.closedByHand] : []),
    ...(assigned ? [assigned.me ? calls.mine : say(calls.isWith, { name: colleagueWords(assigned, words) })] : []),
    ...(until > now && !done ? [say(calls.notBefore, { when: momentWords(until, now, words) })] : []),
  ];
  if (said.length === 0) return null;
  return (
    <span class="missed-hand">
      {said.join(', ')} <span class="quiet">{calls.closedWhere[where]}</span>
    </span>
  );
}

/** The calls of that number that got nobody, on the days of its attempts. */
function attemptsAddress({ call: { rawNumber, start }, first }: MissedLine): string {
  return journalAddress({
    ...{ text: rawNumber, outcome: 'nobody' },
    ...{ period: 'range', from: dayOf(first), to: dayOf(start) },
  });
}

/** For those who do not see the line a button stands in. */
export function whoIs({ call: { parties, number } }: MissedLine, { call }: CallsWords): string {
  return parties[0]?.name ?? (number || call.hidden);
}

/** Days from the third on: nobody reads 380 hours. */
function lengthOf(seconds: number, { calls, times, say }: CallsWords): string {
  const days = Math.round(seconds / 86_400);
  return days > 2 ? say(calls.lastDays, { count: days }) : times.length(seconds);
}
