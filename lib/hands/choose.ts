import { createDirectHands } from './direct';
import type { Hands } from './hands';
import { createOffscreenHands } from './offscreen';
import { hasOffscreenDocuments } from './offscreen-document';
import type { Stage } from './stage';

/** The background's hands: through the offscreen document where the browser has such a thing, else direct. */
export function createHands(): { hands: Hands; stage: Stage; servedByWorker: boolean } {
  // A worker answers what the offscreen document's element asks for; a background page hands over the whole file.
  return hasOffscreenDocuments()
    ? { ...createOffscreenHands(), servedByWorker: true }
    : { ...createDirectHands(), servedByWorker: false };
}
