import { useContext } from 'preact/hooks';
import { type Moment, momentsIn, splitAtMoments } from '../../lib/calls/moment';
import { PlayerIcon } from '../player/PlayerIcon';
import { PlayerContext } from '../player/player-context';
import type { NotesWords } from './notes-words';

interface MomentsProps {
  text: string;
  call: string;
  /** of the call, in seconds */
  length: number;
  words: NotesWords;
}

/** A shown note: its moments are buttons that play the call's recording from there, everything else is text. */
export function NoteText({ text, ...more }: MomentsProps) {
  return (
    <>
      {splitAtMoments(text, more.length).map((part, i) =>
        typeof part === 'string' ? part : <MomentButton key={`${i}`} moment={part} {...more} />,
      )}
    </>
  );
}

/** The moments of a note that is being written, below its field: in the field itself they are letters. */
export function MomentsOf({ text, ...more }: MomentsProps) {
  const context = useContext(PlayerContext);
  const count = context?.player.countOf(more.call) ?? 0;
  const moments = momentsIn(text, more.length).filter(({ n }) => n < count);
  const each = [...new Map(moments.map((moment) => [moment.text, moment])).values()];
  if (each.length === 0) return null;
  return (
    <div class="note-moments">
      {each.map((moment) => (
        <MomentButton key={moment.text} moment={moment} {...more} />
      ))}
    </div>
  );
}

interface MomentButtonProps extends Omit<MomentsProps, 'text' | 'length'> {
  moment: Moment;
}

/** Where no such recording is known it stays what was written. */
function MomentButton({ moment, call, words: { notes, say } }: MomentButtonProps) {
  const player = useContext(PlayerContext)?.player;
  const { n, at, text } = moment;
  if (!player || n >= player.countOf(call)) return <>{text}</>;
  const label = say(notes.playMoment, { moment: text });
  return (
    <button
      type="button"
      class="moment"
      title={label}
      aria-label={label}
      onClick={() => player.playFrom({ call, n }, at)}
    >
      <PlayerIcon name="play" />
      {text}
    </button>
  );
}
