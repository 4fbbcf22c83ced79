import { useEffect, useState } from 'preact/hooks';
import type { Playing } from '../../lib/player/playing';
import { positionAt } from './position';

/** The position in seconds, drawn on while it plays: in tenths, or whole seconds for people who want less motion. */
export function usePosition(playing: Playing, now: () => number): number {
  const [shown, setShown] = useState(0);
  const { status } = playing;
  useEffect(() => {
    if (status !== 'playing') return;
    const perSecond = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 10;
    // the browser calls no frame of a page that is not seen
    let frame = requestAnimationFrame(function draw() {
      setShown(Math.floor(positionAt(playing, now()) * perSecond));
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, status, now]);
  void shown; // a new value only asks for another look at the clock
  return positionAt(playing, now());
}

/** Whole seconds until `at` (UTC epoch seconds), counted down; 0 when it is over. */
export function useCountdown(at: number | undefined, now: () => number): number {
  const [, look] = useState(0);
  useEffect(() => {
    if (at === undefined) return;
    const timer = setInterval(() => look((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return at === undefined ? 0 : Math.max(0, Math.ceil(at - now() / 1000));
}
