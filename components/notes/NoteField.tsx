import { useId, useRef } from 'preact/hooks';
import { LONGEST_NOTE } from '../../lib/calls/note-length';
import type { NoteField as FieldName, NotesStore } from './create-notes-store';
import { InsertMoment } from './InsertMoment';
import { MomentsOf } from './Moments';
import type { NotesWords } from './notes-words';

interface NoteFieldProps {
  store: NotesStore;
  field: FieldName;
  call: string;
  /** of the call, in seconds */
  length: number;
  disabled: boolean;
  words: NotesWords;
}

/** One text of a note, with who can read it said below: what Dolibarr calls private is a heading, not a lock. */
export function NoteField({ store, field, call, length, disabled, words }: NoteFieldProps) {
  const { notes } = words;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = store.text(field);
  return (
    <div class={`note-field note-${field}`}>
      <div class="note-head">
        <label for={id}>{notes.field[field]}</label>
        {!disabled && (
          <InsertMoment
            call={call}
            field={notes.field[field]}
            into={area}
            words={words}
            onInsert={(next) => store.type(field, next)}
          />
        )}
      </div>
      <textarea
        ref={area}
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
      <div>
        <MomentsOf text={text} call={call} length={length} words={words} />
        <p class="note-who" id={`${id}-who`}>
          {notes.who[field]}
        </p>
      </div>
    </div>
  );
}
