import type { ErrorShape } from '../../lib/errors';
import type { Playing } from '../../lib/player/playing';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { PlayerWords } from './player-words';
import { useCountdown } from './use-position';

interface PlayerStateProps {
  playing: Playing | undefined;
  /** what the page itself could not ask */
  error: ErrorShape | undefined;
  words: PlayerWords;
  /** UTC epoch ms */
  now(): number;
  onRetry(): void;
  /** takes what plays as a file */
  onDownload?(): void;
}

/** What stands between the person and the sound. A count that goes down is for the eyes: it would be read each second. */
export function PlayerState({ playing, error, words, now, onRetry, onDownload }: PlayerStateProps) {
  const { player, say } = words;
  const notReady = playing?.status === 'not-ready';
  const seconds = useCountdown(notReady ? playing.retryAt : undefined, now);
  const failed = error ?? (playing?.status === 'failed' ? playing.error : undefined);
  return (
    <>
      {playing && (notReady || playing.status === 'loading' || playing.status === 'waiting') && (
        <span class="player-state" aria-hidden="true">
          {notReady && seconds > 0 ? say(player.retryIn, { count: seconds }) : player.status[playing.status]}
        </span>
      )}
      {playing?.unkept && playing.status !== 'failed' && <div class="player-search">{player.unkept}</div>}
      {failed && (
        <ErrorNotice
          error={failed}
          words={words}
          actions={{ retry: onRetry, ...(onDownload ? { download: onDownload } : {}) }}
        />
      )}
    </>
  );
}
