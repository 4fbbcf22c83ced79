import { useId } from 'preact/hooks';
import { LONGEST_NOTE } from '../../lib/calls/note-length';
import type { NoteField as FieldName, NotesStore } from './create-notes-store';
import type { NotesWords } from './notes-words';

interface NoteFieldProps {
  store: NotesStore;
  field: FieldName;
  disabled: boolean;
  words: NotesWords;
}

/** One text of a note, with who can read it said below: what Dolibarr calls private is a heading, not a lock. */
export function NoteField({ store, field, disabled, words: { notes } }: NoteFieldProps) {
  const id = useId();
  const text = store.text(field);
  return (
    <div class={`note-field note-${field}`}>
      <label for={id}>{notes.field[field]}</label>
      <textarea
        id={id}
        rows={Math.min(12, Math.max(2, text.split('\n').length))}
        maxLength={LONGEST_NOTE}
        value={text}
        disabled={disabled}
        aria-describedby={`${id}-who`}
        onInput={(event) => store.type(field, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) store.save();
        }}
      />
      <p class="note-who" id={`${id}-who`}>
        {notes.who[field]}
      </p>
    </div>
  );
}
