import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { JournalCall } from '../../lib/questions/journal';
import { DirectionMark } from '../call/DirectionMark';
import { OutcomeBadge } from '../call/OutcomeBadge';
import { staffWords } from '../call/staff-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { Course } from '../panel/Course';
import { Reasons } from '../panel/Reasons';
import { LookedFor } from '../player/LookedFor';
import { Mailbox } from '../player/Mailbox';
import { Recordings } from '../player/Recordings';
import { CallNotes } from './CallNotes';
import { ConfirmDelete } from './ConfirmDelete';
import type { CallsWords } from './calls-words';
import { createJob } from './create-job';
import { type JournalView, toWish } from './journal-filter';
import { callAddress, journalAddress } from './route';
import type { CallsShell } from './shell';
import { TimeStrip } from './TimeStrip';
import { UnknownOne } from './UnknownOne';
import { useAsked } from './use-asked';
import { Who } from './Who';

interface OneCallProps {
  callKey: string;
  /** the list it was opened from */
  filter: JournalView;
  shell: CallsShell;
  words: CallsWords;
}

/** All of one call. */
export function OneCall({ callKey, filter, shell, words }: OneCallProps) {
  const asked = useAsked(
    () => shell.ask('own.call', { key: callKey, ...toWish(filter, shell.now()) }),
    callAddress(callKey, filter),
    shell.onChanged,
  );
  const job = useMemo(() => createJob(shell.ask), [shell]);
  const title = useRef<HTMLHeadingElement>(null);
  // The link that led here is gone: who goes on by keyboard goes on from the new title.
  useEffect(() => title.current?.focus(), [callKey]);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {words.calls.one}
      </h1>
      {asked.error && (
        <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
      )}
      {asked.done && !asked.error && !asked.answer && <p class="empty">{words.panel.gone}</p>}
      {job.error.value && <ErrorNotice error={job.error.value} words={words} actions={{}} />}
      {asked.answer && (
        <Detail
          found={asked.answer}
          filter={filter}
          shell={shell}
          words={words}
          onDelete={() => void job.deleted([callKey], () => shell.goTo(journalAddress(filter), false))}
        />
      )}
    </>
  );
}

interface DetailProps {
  found: JournalCall;
  filter: JournalView;
  shell: CallsShell;
  words: CallsWords;
  onDelete(): void;
}

function Detail({ found, filter, shell, words, onDelete }: DetailProps) {
  const { panel, call, calls, statistics, times, say } = words;
  const { line } = found;
  const facts: [string, string][] = [
    [panel.began, beganWords(line.start, found.offset, words)],
    [panel.length, times.length(found.duration)],
    [panel.talk, line.talk > 0 ? times.length(line.talk) : ''],
    [panel.column.through, [call.type[line.type], staffWords(line.through, found.staff)].join(' ').trim()],
    [panel.column.extension, staffWords(line.extension, found.staff)],
    [panel.did, found.did],
    [statistics.by.trunk, line.trunk],
    [panel.rung, found.rung.map((one) => staffWords(one, found.staff)).join(', ')],
    [panel.lastSpeaker, staffWords(found.lastSpeaker, found.staff)],
    [panel.recorded, line.recordings > 0 ? say(panel.recordings, { count: line.recordings }) : ''],
  ];
  return (
    <article class="box one-call">
      <nav class="beside-calls" aria-label={calls.besides}>
        <Beside to={found.before} text={calls.before} filter={filter} />
        <a href={journalAddress(filter)}>{calls.toList}</a>
        <Beside to={found.after} text={calls.after} filter={filter} />
      </nav>
      <p class="one-who">
        <DirectionMark direction={line.direction} words={words} /> <b>{line.number || call.hidden}</b>{' '}
        <Who line={line} words={words} /> <OutcomeBadge outcome={line.outcome} words={words} />
        {line.open && <span class="journal-open">{panel.toCallBack}</span>}
      </p>
      <Course legs={found.legs} staff={found.staff} words={words} />
      {found.legs.length > 1 && (
        <TimeStrip legs={found.legs} start={line.start} length={found.duration} staff={found.staff} words={words} />
      )}
      {found.unnamed ? <LookedFor call={line.key} /> : <Recordings call={line.key} names={found.recordings} />}
      <Mailbox detail={found} />
      <dl class="one-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <CallNotes line={line} length={found.duration} shell={shell} words={words} />
      <h2>{calls.whose}</h2>
      {found.reasons.length > 0 ? (
        <Reasons reasons={found.reasons} number={line.number} words={words} />
      ) : (
        <>
          <p>{calls.nobodys}</p>
          {line.rawNumber !== '' && <UnknownOne raw={line.rawNumber} shell={shell} words={words} />}
        </>
      )}
      <p>
        <ConfirmDelete count={1} words={words} onDelete={onDelete} />
      </p>
      <details>
        <summary>{calls.raw}</summary>
        {found.raw.map((leg, i) => (
          <dl class="raw" key={`${i}`}>
            {leg
              .filter(([, value]) => value !== '')
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        ))}
      </details>
    </article>
  );
}

/** By this computer's clock; by the UCM's as well where it shows another hour. `east`: seconds that one is ahead of UTC. */
function beganWords(start: number, east: number, { calls, times, say }: CallsWords): string {
  const began = `${times.date(start)} ${times.exactTime(start)}`;
  const further = east + new Date(start * 1000).getTimezoneOffset() * 60;
  if (further === 0) return began;
  const there = start + further;
  const isSameDay = times.date(there) === times.date(start);
  const time = `${isSameDay ? '' : `${times.date(there)} `}${times.exactTime(there)}`;
  return `${began} ${say(calls.ucmTime, { time })}`;
}

function Beside({ to, text, filter }: { to: string; text: string; filter: JournalView }) {
  return to ? <a href={callAddress(to, filter)}>{text}</a> : <span class="quiet">{text}</span>;
}
