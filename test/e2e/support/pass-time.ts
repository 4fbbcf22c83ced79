import type { Page } from 'playwright-core';
import { readState, writeState } from './kept-state';

/** What the extension keeps of its session, its pauses and its logins; times are ms since 1970. */
interface Session {
  issuedAt: number;
  pausedUntil?: number;
  taken?: { times: number; until: number };
}
interface Guard {
  ban?: { until: number };
  lastLogin?: { at: number };
}

/**
 * As if so many ms had passed since the extension last heard of its UCM: sessions are older, and pauses, bans and the gap
 * between two logins are nearer to their end. Asked from a page of the extension, while nothing runs.
 */
export async function passTime(page: Page, ms: number): Promise<void> {
  await page.evaluate(async (ms) => {
    const { 'ucm-session': kept } = await chrome.storage.session.get('ucm-session');
    if (kept === undefined) return;
    const session = kept as Session; // the extension's own, see lib/ucm/session-state
    const { issuedAt, pausedUntil, taken } = session;
    const aged = {
      ...session,
      issuedAt: issuedAt - ms,
      ...(pausedUntil === undefined ? {} : { pausedUntil: pausedUntil - ms }),
      ...(taken ? { taken: { ...taken, until: taken.until - ms } } : {}),
    };
    await chrome.storage.session.set({ 'ucm-session': aged });
  }, ms);
  const guard = await readState<Guard | undefined>(page, 'ucm-login-guard');
  if (guard === undefined) return;
  const { ban, lastLogin } = guard;
  await writeState(page, 'ucm-login-guard', {
    ...guard,
    ...(ban ? { ban: { ...ban, until: ban.until - ms } } : {}),
    ...(lastLogin ? { lastLogin: { ...lastLogin, at: lastLogin.at - ms } } : {}),
  });
}
