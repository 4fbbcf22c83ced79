import { browser } from '../../lib/browser';
import { changedKey } from '../../lib/questions/changed';

export type Change = 'calls' | 'directory' | 'sync' | 'settings';

/** ms in which changes are told together */
const TOGETHER = 300;

/**
 * Tells every context that something changed, through a counter in storage.local: it reaches panels and pages without
 * a connection to a worker that may have died since, and holds nothing but the word what changed.
 */
export function createChanged(): (what: Change) => void {
  const pending = new Set<Change>();
  return (what) => {
    const first = pending.size === 0;
    pending.add(what);
    if (!first) return;
    setTimeout(() => {
      const all = [...pending];
      pending.clear();
      void browser.storage.local.set({ [changedKey]: { at: Date.now(), what: all } });
    }, TOGETHER);
  };
}
