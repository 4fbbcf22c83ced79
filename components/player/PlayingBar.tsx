import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { Player } from './create-player';
import { PlayerButton } from './PlayerIcon';
import type { PlayerWords } from './player-words';
import { isGoing } from './position';
import { useCountdown, usePosition } from './use-position';

interface PlayingBarProps {
  player: Player;
  words: PlayerWords;
  /** the popup cannot show a card itself */
  newTab?: boolean;
}

/** What plays, on whatever page one is, and the buttons to pause and stop it; nothing while nothing plays. */
export function PlayingBar({ player, words, newTab }: PlayingBarProps) {
  const playing = player.playing.value;
  const error = player.error.value ?? (playing?.status === 'failed' ? playing.error : undefined);
  if (!playing) return null;
  return <Bar player={player} words={words} newTab={newTab ?? false} playing={playing} error={error} />;
}

interface BarProps extends PlayingBarProps {
  playing: NonNullable<Player['playing']['value']>;
  error: Player['error']['value'];
}

function Bar({ player, words, newTab, playing, error }: BarProps) {
  const { player: texts, times, say } = words;
  const position = usePosition(playing, player.now);
  const seconds = useCountdown(playing.status === 'not-ready' ? playing.retryAt : undefined, player.now);
  const going = isGoing(playing);
  const label = playing.label || texts.only;
  const clock =
    playing.duration > 0
      ? say(texts.positionOf, { position: times.clock(position), duration: times.clock(playing.duration) })
      : times.clock(position);
  const moving = playing.status === 'playing' || playing.status === 'paused' || playing.status === 'ended';
  return (
    <section class="playing-bar" aria-label={texts.nowPlaying}>
      <div class="playing-line">
        <PlayerButton
          class="player-main"
          icon={going ? 'pause' : 'play'}
          label={going ? texts.pause : texts.play}
          onPress={player.toggle}
        />
        <span class="playing-what">
          {playing.card ? (
            <a
              class="playing-label"
              href={playing.card}
              title={label}
              target={newTab ? '_blank' : undefined}
              rel={newTab ? 'noreferrer' : undefined}
            >
              {label}
            </a>
          ) : (
            <span class="playing-label" title={label}>
              {label}
            </span>
          )}
          <span class="playing-clock">
            {moving && clock}
            {!moving && (seconds > 0 ? say(texts.retryIn, { count: seconds }) : texts.status[playing.status])}
          </span>
        </span>
        <PlayerButton icon="stop" label={texts.stop} onPress={player.stop} />
      </div>
      {error && <ErrorNotice error={error} words={words} actions={{ retry: player.retry }} />}
    </section>
  );
}
