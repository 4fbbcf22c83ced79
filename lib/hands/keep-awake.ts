import type { Hands } from './hands';
import { stayAwake } from './stay-awake';

/** Hands that keep the background alive as long as a request is under way, or a body is being read. */
export function keepAwake(hands: Hands, touch?: () => Promise<unknown>): Hands {
  let underWay = 0;
  let sleep: (() => void) | undefined;

  /** Returns what ends it, once. */
  function begin(): () => void {
    let over = false;
    underWay += 1;
    sleep ??= stayAwake(touch);
    return () => {
      if (over) return;
      over = true;
      underWay -= 1;
      if (underWay > 0) return;
      sleep?.();
      sleep = undefined;
    };
  }

  return {
    ...hands,
    async fetch(request, signal) {
      const end = begin();
      try {
        return await hands.fetch(request, signal);
      } finally {
        end();
      }
    },
    async stream(request, signal) {
      const end = begin();
      try {
        const stream = await hands.stream(request, signal);
        return {
          ...stream,
          async next() {
            try {
              const piece = await stream.next();
              if (!piece) end();
              return piece;
            } catch (error) {
              end();
              throw error;
            }
          },
          cancel() {
            end();
            stream.cancel();
          },
        };
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}
