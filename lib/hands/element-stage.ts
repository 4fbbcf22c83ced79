import type { Sound, Stage, StageCommand, StageState } from './stage';

/** Events after which something else is to be shown. The position runs on by itself in between. */
const events = [
  'playing',
  'pause',
  'ended',
  'waiting',
  'seeking',
  'seeked',
  'ratechange',
  'durationchange',
  'error',
] as const;

/** The stage of a document: an audio element. The pitch is kept at every speed, as the browsers do unless told. */
export function createElementStage(audio: HTMLAudioElement, now: () => number): Stage {
  let sound: Sound | undefined;
  let waiting = true;
  let heard: (state: StageState | undefined) => void = () => undefined;

  function state(): StageState | undefined {
    if (!sound) return undefined;
    const { duration, currentTime } = audio;
    return {
      id: sound.id,
      doing: doing(),
      position: audio.readyState === 0 ? sound.from : currentTime,
      duration: Number.isFinite(duration) ? duration : 0,
      at: now(),
    };
  }

  function doing(): StageState['doing'] {
    if (audio.error) return 'failed';
    if (audio.ended) return 'ended';
    if (audio.paused) return 'paused';
    if (audio.readyState === 0) return 'loading';
    return waiting ? 'waiting' : 'playing';
  }

  for (const event of events) {
    audio.addEventListener(event, () => {
      if (event === 'playing') waiting = false;
      if (event === 'waiting' || event === 'seeking') waiting = true;
      if (event === 'seeked') waiting = audio.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
      heard(state());
    });
  }

  function load(next: Sound): void {
    sound = next;
    waiting = true;
    audio.src = next.src;
    audio.defaultPlaybackRate = next.speed;
    audio.playbackRate = next.speed;
    audio.volume = next.volume;
    audio.muted = next.muted;
    // Also 0: a place chosen in a sound that never came would else be where this one begins.
    audio.currentTime = next.from;
    if (next.paused) audio.pause();
    else play();
  }

  function play(): void {
    // Refused or overtaken by the next command: the element's own events tell what holds now.
    audio.play().catch(() => heard(state()));
  }

  function obey(command: StageCommand): void {
    switch (command.do) {
      case 'load':
        load(command.sound);
        return;
      case 'resume':
        play();
        return;
      case 'pause':
        audio.pause();
        return;
      case 'seek':
        audio.currentTime = command.to;
        return;
      case 'speed':
        audio.playbackRate = command.speed;
        return;
      case 'volume':
        audio.volume = command.volume;
        audio.muted = command.muted;
        return;
      case 'stop':
        sound = undefined;
        audio.pause();
        audio.removeAttribute('src');
        audio.load();
    }
  }

  return {
    async tell(command) {
      if (sound || command.do === 'load') obey(command);
      return state();
    },
    onChange(listener) {
      heard = listener;
    },
  };
}
