import { browser } from '../../lib/browser';
import { playingKey } from '../../lib/questions/changed';

/** Tells every page, by a counter, that what plays has changed: at once, and once a second while bytes come. */
export function createTeller(): (what: 'status' | 'bytes') => void {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    last = Date.now();
    void browser.storage.local.set({ [playingKey]: last });
  };
  return (what) => {
    const rest = last + 1000 - Date.now();
    if (what === 'status' || rest <= 0) now();
    else timer ??= setTimeout(now, rest);
  };
}
