import { createDirectHands } from './direct';
import type { Hands } from './hands';
import { createOffscreenHands } from './offscreen';
import { hasOffscreenDocuments } from './offscreen-document';
import type { Stage } from './stage';

/**
 * The background's hands: through the offscreen document where the browser has such a thing, else direct. A worker
 * answers what the offscreen document's element asks for; a background page has the element itself, and gives it what
 * it plays.
 */
export function createHands(): { hands: Hands; stage: Stage; audio: HTMLAudioElement | undefined } {
  return hasOffscreenDocuments() ? { ...createOffscreenHands(), audio: undefined } : createDirectHands();
}
