import type { Playing, RecordingRef } from '../../lib/player/playing';

/** Where the sound is at `now` (UTC epoch ms), in seconds: it runs on by itself between two reports. */
export function positionAt(playing: Playing, now: number): number {
  const { status, position, speed, at, duration } = playing;
  const run = status === 'playing' ? position + (Math.max(0, now - at) / 1000) * speed : position;
  return duration > 0 ? Math.min(run, duration) : run;
}

export function isSame(one: RecordingRef, other: RecordingRef): boolean {
  return one.call === other.call && one.n === other.n;
}

/** Whether a press on the button would make it silent: it plays, or is about to. */
export function isGoing({ status }: Playing): boolean {
  return status === 'playing' || status === 'loading' || status === 'waiting' || status === 'not-ready';
}
