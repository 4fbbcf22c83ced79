import type { Locator, Page } from 'playwright-core';
import type { PlayCommand, Playing } from '../../../lib/player/playing';

/** What the background says of the sound, asked from a page of the extension. */
export function askPlaying(page: Page): Promise<Playing | undefined> {
  return own(page, 'own.playing', undefined);
}

export function tellPlayer(page: Page, command: PlayCommand): Promise<Playing | undefined> {
  return own(page, 'own.play', { command });
}

function own(page: Page, name: string, asked: unknown): Promise<Playing | undefined> {
  return page.evaluate(
    async ({ name, asked }) => {
      const data = { name, asked };
      const reply = await chrome.runtime.sendMessage({ id: 1, type: 'question', data, timestamp: Date.now() });
      if (!reply?.res?.ok) throw new Error(`no answer to ${name}: ${JSON.stringify(reply)}`);
      return reply.res.answered;
    },
    { name, asked },
  );
}

/** The button of the n-th recording of a call. */
export const playButton = (player: Locator, n = 0): Locator =>
  player.getByRole('button', { name: /^(?:Écouter|Mettre en pause)/ }).nth(n);
