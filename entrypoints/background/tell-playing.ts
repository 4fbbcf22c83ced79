import { browser } from '../../lib/browser';
import { playingKey, soundingKey } from '../../lib/questions/changed';

/** Tells every page, by a counter, that what plays has changed: at once, and once a second while bytes come; and whether it sounds. */
export function createTeller(sounds: () => boolean): (what: 'status' | 'bytes') => void {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    last = Date.now();
    void browser.storage.local.set({ [playingKey]: last, [soundingKey]: sounds() });
  };
  return (what) => {
    const rest = last + 1000 - Date.now();
    if (what === 'status' || rest <= 0) now();
    else timer ??= setTimeout(now, rest);
  };
}

/** Nothing plays, whatever was told: the browser was closed while something did. */
export async function tellSilence(): Promise<void> {
  await browser.storage.local.set({ [soundingKey]: false });
}
