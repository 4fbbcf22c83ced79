import type { PlayerShell } from '../../components/player/create-player';
import { playingKey, whenChanged } from '../../lib/questions/changed';
import type { Ask, PartyRef } from '../../lib/questions/questions';
import { saveRecording } from './save-recording';

/** The player of a card's panel, as far as it is the browser's. `ended` ends what it listens to, not the sound. */
export function createPlayerShell(ask: Ask, party: PartyRef, ended: AbortSignal): PlayerShell {
  const read = () => ask('card.playing', { party });
  return {
    send: (command) => ask('card.play', { party, command }),
    read,
    download: (recording) => saveRecording((at) => ask('card.download', { party, recording, at })),
    onPlaying(heard) {
      const over = new AbortController();
      whenChanged(() => void read().then(heard, () => undefined), AbortSignal.any([ended, over.signal]), playingKey);
      return () => over.abort();
    },
    now: Date.now,
  };
}
