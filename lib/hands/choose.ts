import { createDirectHands } from './direct';
import type { Hands } from './hands';
import { createOffscreenHands } from './offscreen';
import { hasOffscreenDocuments } from './offscreen-document';

/** The background's hands: through the offscreen document where the browser has such a thing, else direct. */
export function createHands(): Hands {
  return hasOffscreenDocuments() ? createOffscreenHands() : createDirectHands();
}
