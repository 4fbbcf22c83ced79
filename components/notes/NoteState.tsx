import type { NotesView } from '../../lib/questions/notes';
import type { NotesWords } from './notes-words';

interface NoteStateProps {
  view: NotesView | undefined;
  unsaved: boolean;
  words: NotesWords;
  onSave(): void;
}

/** What became of what was typed, in words, and the way to the event in Dolibarr. */
export function NoteState({ view, unsaved, words: { notes, errors, say }, onSave }: NoteStateProps) {
  const state = view?.state ?? 'none';
  const waits = unsaved || state === 'kept';
  const why = state === 'kept' && view?.error ? say(errors[view.error.code].what, { ...view.error.detail }) : '';
  const waiting = why ? `${notes.state.waiting} ${why}` : notes.state.kept;
  const said = waits ? waiting : state === 'none' ? '' : notes.state[state];
  return (
    <div class="note-state">
      <button type="button" class="button" disabled={!waits} onClick={onSave}>
        {notes.save}
      </button>
      <span role="status">{said}</span>
      {view?.event && (
        <a href={view.event} class="note-event">
          {notes.event}
        </a>
      )}
    </div>
  );
}
