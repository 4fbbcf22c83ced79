import type { Page } from 'playwright-core';
import type { SyncState } from '../../lib/questions/questions';
import { askState } from '../e2e/support/state';

/** Somebody who looks at the screen all the time. */
export interface Watch {
  /** what the screen was told last; undefined while the background gives no answer */
  state(): SyncState | undefined;
  /** a run is under way, or was cut off and is to be brought back by an alarm */
  unfinished(): boolean;
  /** from now on silence is counted */
  bites(): void;
  /** the longest time in ms, since it bit, in which the screen said nothing of what is going on */
  silence(): number;
  stop(): Promise<void>;
}

const EVERY = 100;
/** ms after which a question that nobody answers counts as such */
const PATIENCE = 3000;

export function watchFrom(page: Page): Watch {
  let state: SyncState | undefined;
  let unfinished = false;
  let bitten: number | undefined;
  let saidLast = 0;
  let longest = 0;
  let over = false;

  async function look(): Promise<void> {
    try {
      const [told, resume] = await Promise.race([
        Promise.all([askState(page), page.evaluate(() => chrome.alarms.get('resume'))]),
        new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE)),
      ]);
      state = told;
      // The alarm of a failure that is tried again rings once; that of an unfinished run has a period.
      unfinished = told.phase === 'running' || resume?.periodInMinutes !== undefined;
    } catch {
      // the worker was stopped while it was asked: that is a silence like any other
      state = undefined;
    }
    if (bitten === undefined) return;
    if (state && saysSomething(state, bitten)) saidLast = Date.now();
    longest = Math.max(longest, Date.now() - saidLast);
  }

  const looking = (async () => {
    while (!over) {
      const next = new Promise((resolve) => setTimeout(resolve, EVERY));
      await look();
      await next;
    }
  })();

  return {
    state: () => state,
    unfinished: () => state === undefined || unfinished,
    bites() {
      bitten ??= Date.now();
      saidLast = Date.now();
    },
    silence: () => longest,
    async stop() {
      over = true;
      await looking;
    },
  };
}

/**
 * Whether a person who looks is told what is going on: a run and how far it is, what went wrong, what is missing for which
 * reason, that the UCM's clock is wrong, that rows could not be read, or that a run since `bitten` (ms) was carried to its end.
 */
function saysSomething(state: SyncState, bitten: number): boolean {
  const wrong = state.error ?? state.directory.error ?? state.gaps.find(({ failed }) => failed)?.failed;
  const noticed = state.clockSkew !== undefined || Object.keys(state.setAside).length > 0;
  const ended = state.phase === 'idle' && state.lastSuccess >= Math.floor(bitten / 1000);
  return (state.phase === 'running' && state.progress !== undefined) || wrong !== undefined || noticed || ended;
}
