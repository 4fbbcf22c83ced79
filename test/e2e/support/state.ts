import type { Page } from 'playwright-core';
import type { SyncState } from '../../../lib/questions/questions';
import { askFrom } from './ask';

/** What the background says about its synchronisation, asked from a page of the extension. */
export function askState(page: Page): Promise<SyncState> {
  return askFrom(page, 'own.state', undefined);
}

/**
 * Once a run was carried to its end and none is to go on. Throws what the screen would say when it failed.
 * Not by Playwright's waitForFunction: that takes the promise of an asynchronous question for a yes.
 */
export async function untilSynchronised(page: Page, patience = 60_000): Promise<SyncState> {
  const deadline = Date.now() + patience;
  for (;;) {
    const state = await askState(page);
    const goesOn = await page.evaluate(async () => (await chrome.alarms.get('resume')) !== undefined);
    const failure = state.error ?? state.directory.error;
    if (state.phase !== 'running' && !goesOn) {
      if (failure) throw new Error(`the synchronisation failed: ${JSON.stringify(failure)}`);
      if (state.phase === 'idle' && state.lastSuccess > 0 && state.directory.lastRun > 0) return state;
    }
    if (Date.now() > deadline) throw new Error(`no synchronisation within ${patience} ms: ${JSON.stringify(state)}`);
    await page.waitForTimeout(50);
  }
}
