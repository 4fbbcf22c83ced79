import { browser } from '../browser';

/** ms; the browsers stop an idle background after 30 s, and a pending request counts as idle (seen) */
const INTERVAL = 20_000;

/** Keeps the background alive, by calls of an extension API, until the function given back is called. */
export function stayAwake(touch: () => Promise<unknown> = () => browser.runtime.getPlatformInfo()): () => void {
  // A touch that fails costs nothing but the touch.
  const timer = setInterval(() => void touch().catch(() => undefined), INTERVAL);
  return () => clearInterval(timer);
}
