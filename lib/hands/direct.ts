import { fetchOnce } from './fetch-once';
import type { Hands } from './hands';
import { keepAwake } from './keep-awake';
import { nameFailures } from './naming';
import { streamOnce } from './stream-once';

/** The hands of a background that is a document itself (Firefox). */
export function createDirectHands(): Hands {
  return keepAwake(nameFailures({ fetch: fetchOnce, stream: streamOnce }));
}
