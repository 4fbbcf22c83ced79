import type { NotesView } from '../../lib/questions/notes';
import type { NotesWords } from './notes-words';

interface BesideProps {
  texts: NotesView['beside'];
  words: NotesWords;
  onSettle(id: string, back: boolean): void;
}

/** Texts that gave way to another: nothing is lost to whoever saved last. */
export function Beside({ texts, words: { notes, say }, onSettle }: BesideProps) {
  return (
    <>
      {texts.map(({ id, kind, text, whose, author }) => (
        <div class="notice beside" key={id}>
          <div class="notice-text">
            <strong>
              {say(whose === 'ours' ? notes.oursGaveWay : notes.theirsGaveWay, {
                field: notes.field[kind],
                name: author || notes.somebody,
              })}
            </strong>
            <p class="beside-text">{text}</p>
          </div>
          <span class="beside-buttons">
            <button type="button" class="button" onClick={() => onSettle(id, true)}>
              {notes.putBack}
            </button>
            <button type="button" class="button" onClick={() => onSettle(id, false)}>
              {notes.forget}
            </button>
          </span>
        </div>
      ))}
    </>
  );
}
