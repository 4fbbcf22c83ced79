import { useMemo, useState } from 'preact/hooks';
import type { Colleague, MissedLine } from '../../lib/questions/missed';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { CallNotes } from './CallNotes';
import type { CallsWords } from './calls-words';
import { momentWords } from './hand-words';
import { laterChoices } from './later-choices';
import type { CallsShell } from './shell';
import { useAsked } from './use-asked';

interface FollowUpProps {
  line: MissedLine;
  shell: CallsShell;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
  onAssign(to: Colleague | null): void;
  /** 0: not put off any more */
  onLater(until: number): void;
}

/** What can be done with a missed call besides calling back: who sees to it, when, and what there is to know. */
export function FollowUp({ line, shell, words, now, onAssign, onLater }: FollowUpProps) {
  const { calls } = words;
  return (
    <div class="follow-up">
      {!line.closed && !line.hand?.done && (
        <>
          <section aria-label={calls.assign}>
            <h3>{calls.assign}</h3>
            {line.shareable ? (
              <Assign line={line} shell={shell} words={words} onAssign={onAssign} />
            ) : (
              <p class="quiet">{calls.assignWhere}</p>
            )}
          </section>
          <section aria-label={calls.later}>
            <h3>{calls.later}</h3>
            <Later line={line} words={words} now={now} onLater={onLater} />
          </section>
        </>
      )}
      <CallNotes line={line.call} length={line.call.ring + line.call.talk} shell={shell} words={words} />
    </div>
  );
}

type AssignProps = Pick<FollowUpProps, 'line' | 'shell' | 'words' | 'onAssign'>;

function Assign({ line, shell, words, onAssign }: AssignProps) {
  const { calls, say } = words;
  const asked = useAsked(() => shell.ask('own.missedColleagues', undefined), '', shell.onChanged);
  const [chosen, setChosen] = useState(0);
  const { answer } = asked;
  const assigned = line.hand?.assigned;
  if (asked.error)
    return (
      <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
    );
  if (!answer) return null;
  const { me, others, missing } = answer;
  const colleague = others.find(({ id }) => id === chosen);
  if (!me)
    return <p class="quiet">{missing === '' ? calls.assignOff : say(calls.assignMissing, { right: missing })}</p>;
  return (
    <>
      <div class="follow-up-row">
        {!assigned?.me && (
          <button type="button" class="button" onClick={() => onAssign(me)}>
            {calls.takeIt}
          </button>
        )}
        {assigned && (
          <button type="button" class="button" onClick={() => onAssign(null)}>
            {calls.giveBack}
          </button>
        )}
        {others.length > 0 && (
          <>
            <select
              aria-label={calls.colleague}
              value={String(chosen)}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
            >
              <option value="0">{calls.colleague}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={String(id)}>
                  {name}
                </option>
              ))}
            </select>
            <button
              type="button"
              class="button"
              disabled={!colleague || colleague.id === assigned?.id}
              onClick={() => colleague && onAssign(colleague)}
            >
              {calls.give}
            </button>
          </>
        )}
      </div>
      {missing !== '' && <p class="quiet">{say(calls.othersMissing, { right: missing })}</p>}
    </>
  );
}

type LaterProps = Pick<FollowUpProps, 'line' | 'words' | 'now' | 'onLater'>;

function Later({ line, words, now, onLater }: LaterProps) {
  const { calls } = words;
  const [typed, setTyped] = useState('');
  // the hours offered stay where they are while somebody reads them
  const choices = useMemo(() => laterChoices(now), []);
  const until = typed === '' ? 0 : new Date(typed).getTime() / 1000;
  const isPutOff = (line.hand?.until ?? 0) > now;
  return (
    <div class="follow-up-row">
      {isPutOff && (
        <button type="button" class="button" onClick={() => onLater(0)}>
          {calls.notLater}
        </button>
      )}
      {choices.map((choice) => (
        <button key={choice.until} type="button" class="button" onClick={() => onLater(choice.until)}>
          {choice.days === undefined ? calls.inAnHour : capital(momentWords(choice.until, now, words))}
        </button>
      ))}
      <input
        type="datetime-local"
        aria-label={calls.laterAt}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="button" class="button" disabled={!(until > now)} onClick={() => onLater(until)}>
        {calls.putOff}
      </button>
    </div>
  );
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
