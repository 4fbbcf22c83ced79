import { useContext } from 'preact/hooks';
import { PlayingBar } from './PlayingBar';
import { PlayerContext } from './player-context';

/** What plays, where the line that it belongs to is not open: the sound goes on when a line or a page is left. */
export function NowPlaying({ opened }: { opened: string | undefined }) {
  const context = useContext(PlayerContext);
  const playing = context?.player.playing.value;
  if (!context || !playing || playing.recording.call === opened) return null;
  return <PlayingBar player={context.player} words={context.words} />;
}
