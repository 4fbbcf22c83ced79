import { browser } from '../browser';
import type { Hands } from './hands';

/** ms; the browsers stop an idle background after 30 s, and a pending request counts as idle (seen) */
const interval = 20_000;

/** Hands that keep the background alive, by calls of an extension API, as long as a request is under way. */
export function keepAwake(
  hands: Hands,
  touch: () => Promise<unknown> = () => browser.runtime.getPlatformInfo(),
): Hands {
  let underWay = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    async fetch(request, signal) {
      underWay += 1;
      // A touch that fails costs nothing but the touch.
      timer ??= setInterval(() => void touch().catch(() => undefined), interval);
      try {
        return await hands.fetch(request, signal);
      } finally {
        underWay -= 1;
        if (underWay === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      }
    },
  };
}
