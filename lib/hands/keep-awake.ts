import type { Hands } from './hands';
import { stayAwake } from './stay-awake';

/** Hands that keep the background alive as long as a request is under way. */
export function keepAwake(hands: Hands, touch?: () => Promise<unknown>): Hands {
  let underWay = 0;
  let sleep: (() => void) | undefined;
  return {
    async fetch(request, signal) {
      underWay += 1;
      sleep ??= stayAwake(touch);
      try {
        return await hands.fetch(request, signal);
      } finally {
        underWay -= 1;
        if (underWay === 0) {
          sleep?.();
          sleep = undefined;
        }
      }
    },
  };
}
