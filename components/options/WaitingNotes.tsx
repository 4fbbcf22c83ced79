import { useEffect, useState } from 'preact/hooks';
import type { WaitingNote } from '../../lib/questions/why-number';
import { moment } from '../call/gap-words';
import { due } from '../form/due';
import type { StepView } from './view';

/** Notes that Dolibarr has not confirmed: since when, and what stands in the way. Nothing of what they say is shown. */
export function WaitingNotes({ view }: { view: StepView }) {
  const { shell, words, state, now } = view;
  const { notes: texts } = words.why;
  const [notes, setNotes] = useState<readonly WaitingNote[]>();
  useEffect(() => {
    let over = false;
    // `state`: anew with every change that the page is told of
    if (state)
      shell.ask('options.waitingNotes', undefined).then(
        (answer) => {
          if (!over) setNotes(answer.notes);
        },
        () => undefined, // a store that cannot be read is told of above
      );
    return () => {
      over = true;
    };
  }, [shell, state]);
  if (!notes) return null;
  return (
    <div class="part">
      <h3 id="waiting-notes">{texts.title}</h3>
      {notes.length === 0 ? (
        <p class="field-hint">{texts.none}</p>
      ) : (
        <table class="log" aria-labelledby="waiting-notes">
          <thead>
            <tr>
              <th scope="col">{texts.call}</th>
              <th scope="col">{texts.since}</th>
              <th scope="col">{texts.reason}</th>
            </tr>
          </thead>
          <tbody>
            {notes.map((note) => (
              <tr key={`${note.call} ${note.since}`}>
                <td class="log-when">{moment(note.call, words.times)}</td>
                <td>{words.times.ago(note.since, now)}</td>
                <td>{reason(note, view)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function reason({ error, fails, next }: WaitingNote, { words, now }: StepView): string {
  const { notes: texts } = words.why;
  if (next === undefined) return texts.agree;
  if (!error) return texts.soon;
  return [
    words.say(words.errors[error.code].what, { ...error.detail }),
    words.say(texts.tries, { count: fails }),
    words.say(texts.again, { when: due(next, now, words.language) }),
  ].join(' ');
}
