import { browser } from '../browser';

/** Key of storage.local that the background writes when calls, directory, settings or the synchronisation changed. */
export const changedKey = 'changed';

/** Key of storage.local that the background writes when what plays has changed. */
export const playingKey = 'playing';

/** Key of storage.local: whether a recording sounds, so that a page without one need not wake the background. */
export const soundingKey = 'sounding';

/** Key of storage.local that the background writes when notes have changed. */
export const notedKey = 'noted';

/** Calls back at each change of the key, in whatever context, until the signal ends it. */
export function whenChanged(listener: () => void, signal: AbortSignal, key: string = changedKey): void {
  const hear = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && key in changes) listener();
  };
  browser.storage.onChanged.addListener(hear);
  signal.addEventListener('abort', () => {
    try {
      browser.storage.onChanged.removeListener(hear);
    } catch {
      // the extension is gone, and its listeners with it
    }
  });
}

/** Whether a recording sounds somewhere in the browser, as it was told last. */
export async function isSounding(): Promise<boolean> {
  return (await browser.storage.local.get(soundingKey))[soundingKey] === true;
}
