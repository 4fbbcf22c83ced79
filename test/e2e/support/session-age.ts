import type { Page } from 'playwright-core';

/**
 * As if the UCM's session had been opened so many ms earlier and no login been counted since: one that ends young was taken
 * by somebody else, and there is one login a minute at most. Asked from a page of the extension.
 */
export async function ageSession(page: Page, ms: number): Promise<void> {
  const aged = await page.evaluate(async (ms) => {
    const kept = await chrome.storage.session.get('ucm-session');
    const session = kept['ucm-session'];
    if (typeof session !== 'object' || session === null || !('issuedAt' in session)) return false;
    const issuedAt = Number(session.issuedAt) - ms;
    await chrome.storage.session.set({ 'ucm-session': { ...session, issuedAt } });
    return new Promise<boolean>((resolve) => {
      const opening = indexedDB.open('calls');
      opening.onsuccess = () => {
        const tx = opening.result.transaction('state', 'readwrite');
        tx.objectStore('state').delete('ucm-login-guard');
        tx.oncomplete = () => {
          opening.result.close();
          resolve(true);
        };
      };
    });
  }, ms);
  if (!aged) throw new Error('No session of the UCM is kept where it was looked for.');
}
