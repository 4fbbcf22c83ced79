import type { RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import { writeMoment } from '../../lib/calls/moment';
import { PlayerIcon } from '../player/PlayerIcon';
import { PlayerContext } from '../player/player-context';
import type { NotesWords } from './notes-words';

interface InsertMomentProps {
  call: string;
  /** what the field is called */
  field: string;
  into: RefObject<HTMLTextAreaElement | null>;
  words: NotesWords;
  onInsert(text: string): void;
}

/** Puts the position of what plays into a note, where the caret stands; only while a recording of this call is heard. */
export function InsertMoment({ call, field, into, words: { notes, say }, onInsert }: InsertMomentProps) {
  const player = useContext(PlayerContext)?.player;
  const playing = player?.playing.value;
  if (!player || playing?.recording.call !== call || playing.status === 'failed') return null;
  const press = (): void => {
    const area = into.current;
    if (!area) return;
    const { value, selectionStart: from, selectionEnd: until } = area;
    const before = value.slice(0, from);
    const after = value.slice(until);
    const moment = writeMoment(playing.recording.n, player.position());
    const inserted = `${/[^\s]$/.test(before) ? ' ' : ''}${moment}${/^\s/.test(after) ? '' : ' '}`;
    const next = `${before}${inserted}${after}`;
    if (area.maxLength > 0 && next.length > area.maxLength) return;
    onInsert(next);
    // the letters are drawn by then, and the writer goes on behind them
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(before.length + inserted.length, before.length + inserted.length);
    });
  };
  return (
    <button
      type="button"
      class="moment-insert"
      title={notes.insertMomentWhat}
      aria-label={say(notes.insertMomentInto, { field })}
      // the caret stays in the field
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <PlayerIcon name="moment" />
      {notes.insertMoment}
    </button>
  );
}
