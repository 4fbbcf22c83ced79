import { useMemo, useState } from 'preact/hooks';
import type { Playing } from '../../lib/player/playing';
import type { PlayerWords } from './player-words';

interface WaveformProps {
  playing: Playing;
  /** seconds */
  position: number;
  words: PlayerWords;
  onSeek(to: number): void;
}

const bars = 120;
const height = 100;

/** The sound as far as it has come, with a dotted line for the rest; pressed or dragged, it goes there. */
export function Waveform({ playing, position, words, onSeek }: WaveformProps) {
  const { player, times, say } = words;
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  const { duration, received, total, peaks } = playing;
  const arrived = total > 0 ? Math.min(1, received / total) : peaks.length > 0 ? 1 : 0;
  const shape = useMemo(() => draw(peaks, arrived), [peaks, arrived]);
  const shown = dragged ?? position;
  const played = duration > 0 ? Math.min(1, shown / duration) : 0;
  const timeAt = (event: PointerEvent): number | undefined => {
    if (duration === 0 || !(event.currentTarget instanceof HTMLElement)) return undefined;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return width === 0 ? undefined : Math.min(1, Math.max(0, (event.clientX - left) / width)) * duration;
  };
  return (
    <div
      class="player-wave"
      role="slider"
      tabIndex={0}
      aria-label={player.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration)}
      aria-valuenow={Math.round(shown)}
      aria-valuetext={
        duration > 0
          ? say(player.positionOf, { position: times.clock(shown), duration: times.clock(duration) })
          : times.clock(shown)
      }
      aria-disabled={duration === 0}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        const to = timeAt(event);
        if (to === undefined) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        setDragged(to);
      }}
      onPointerMove={(event) => {
        if (dragged !== undefined) setDragged(timeAt(event));
      }}
      onPointerUp={(event) => {
        if (dragged === undefined) return;
        onSeek(timeAt(event) ?? dragged);
        setDragged(undefined);
      }}
      onPointerCancel={() => setDragged(undefined)}
    >
      <span class="player-missing" style={{ left: `${arrived * 100}%` }} />
      <svg viewBox={`0 0 ${bars} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="player-shape" d={shape} />
      </svg>
      <svg
        class="player-played"
        viewBox={`0 0 ${bars} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        style={{ clipPath: `inset(0 ${(1 - played) * 100}% 0 0)` }}
      >
        <path class="player-shape" d={shape} />
      </svg>
      <span class="player-head" style={{ left: `${played * 100}%` }} />
    </div>
  );
}

/** Upright bars around the middle; `arrived` (0..1) is the part of the whole that the peaks stand for. */
function draw(peaks: readonly number[], arrived: number): string {
  const count = Math.round(bars * arrived);
  let path = '';
  for (let bar = 0; bar < count; bar++) {
    const from = Math.floor((bar * peaks.length) / count);
    const until = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count));
    let peak = 0;
    for (let at = from; at < until; at++) peak = Math.max(peak, peaks[at] ?? 0);
    // silence is seen too: it was received
    const tall = Math.max(4, (peak / 255) * height);
    path += `M${bar + 0.2} ${((height - tall) / 2).toFixed(1)}h.6v${tall.toFixed(1)}h-.6z`;
  }
  return path;
}
