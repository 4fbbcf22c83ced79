import type { Locator, Page } from 'playwright-core';
import type { PlayCommand, Playing } from '../../../lib/player/playing';
import { askFrom } from './ask';

/** What the background says of the sound, asked from a page of the extension. */
export function askPlaying(page: Page): Promise<Playing | undefined> {
  return askFrom(page, 'own.playing', undefined);
}

export function tellPlayer(page: Page, command: PlayCommand): Promise<Playing | undefined> {
  return askFrom(page, 'own.play', { command });
}

/** Nothing can sound on a test machine: it plays with its sound off, which is all that differs. */
export function soundOff(page: Page): Promise<Playing | undefined> {
  return tellPlayer(page, { do: 'volume', volume: 1, muted: true });
}

/** Where the audio element itself stands, in seconds: a command makes it say so, what a page shows runs on by itself. */
export async function elementAt(page: Page): Promise<number> {
  return (await soundOff(page))?.position ?? -1;
}

/** The button of the n-th recording of a call. */
export const playButton = (player: Locator, n = 0): Locator =>
  player.getByRole('button', { name: /^(?:Écouter|Mettre en pause)/ }).nth(n);
