import type { OthersNote } from '../../lib/questions/notes';
import { NoteText } from './Moments';
import type { NotesWords } from './notes-words';

interface OthersNotesProps {
  notes: OthersNote[];
  call: string;
  /** of the call, in seconds */
  length: number;
  words: NotesWords;
}

/** Notes of colleagues, and what was written into the event in Dolibarr itself. */
export function OthersNotes({ notes: all, call, length, words }: OthersNotesProps) {
  const { notes, times, say } = words;
  if (all.length === 0) return null;
  return (
    <ul class="others-notes">
      {all.map((note) => (
        <li key={note.event}>
          <p class="others-by">
            <strong>{note.author || say(notes.userNumber, { id: String(note.owner) })}</strong>
            {note.at > 0 && ` · ${times.date(note.at)} ${times.time(note.at)}`}
          </p>
          {(['public', 'private'] as const).map(
            (kind) =>
              note[kind] !== '' && (
                <p class="others-text" key={kind}>
                  <span class="others-kind">{notes.field[kind]}</span>
                  <NoteText text={note[kind]} call={call} length={length} words={words} />
                </p>
              ),
          )}
          {note.rest !== '' && (
            <p class="others-text">
              <span class="others-kind">{notes.inDolibarr}</span>
              <NoteText text={note.rest} call={call} length={length} words={words} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
