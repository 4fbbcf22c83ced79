import { createPlayer } from '../../../components/player/create-player';
import type { ErrorShape } from '../../../lib/errors';
import { AppError } from '../../../lib/errors';
import type { PlayCommand, Playing, RecordingRef } from '../../../lib/player/playing';

/** ms; the test moves it on */
const start = Date.UTC(2026, 10, 23, 13, 12);

export const playingAt42: Playing = {
  recording: { call: 'claire', n: 0 },
  of: 2,
  label: 'Claire Morel',
  card: 'https://erp.example/societe/card.php?socid=2#calls',
  status: 'playing',
  position: 42,
  duration: 192,
  received: 500_000,
  total: 1_000_000,
  speed: 1,
  volume: 0.8,
  muted: false,
  at: start,
  unkept: false,
  peaks: Array.from({ length: 300 }, (_, i) => (i * 37) % 256),
};

/** A background that plays without a sound: it obeys as the contract says, and can be told to refuse. */
export function fakeSound(first?: Playing) {
  let playing = first;
  let listener: ((playing: Playing | undefined) => void) | undefined;
  const commands: PlayCommand[] = [];
  const downloads: RecordingRef[] = [];
  const sound = {
    now: start,
    failing: undefined as ErrorShape['code'] | undefined, // the field is set by tests
    find: (): string[] | undefined => undefined,
  };
  const refuse = (): void => {
    if (sound.failing) throw new AppError(sound.failing);
  };
  const player = createPlayer({
    async send(command) {
      commands.push(command);
      refuse();
      const at = sound.now;
      if (command.do === 'stop') playing = undefined;
      else if (command.do === 'play') {
        playing = { ...playingAt42, recording: command.recording, position: command.from ?? 0, at };
      } else if (playing) {
        if (command.do === 'pause') playing = { ...playing, status: 'paused', at };
        if (command.do === 'resume') playing = { ...playing, status: 'playing', at };
        if (command.do === 'seek') playing = { ...playing, position: command.to, at };
        if (command.do === 'speed') playing = { ...playing, speed: command.speed };
        if (command.do === 'volume') playing = { ...playing, volume: command.volume, muted: command.muted };
      }
      return playing;
    },
    read: async () => playing,
    async download(recording) {
      refuse();
      downloads.push(recording);
    },
    find: async () => sound.find(),
    onPlaying(heard) {
      listener = heard;
      return () => {
        listener = undefined;
      };
    },
    now: () => sound.now,
  });
  return {
    player,
    commands,
    downloads,
    sound,
    tell(next: Playing | undefined): void {
      playing = next;
      listener?.(next);
    },
  };
}
