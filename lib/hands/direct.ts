import { createElementStage } from './element-stage';
import { fetchOnce } from './fetch-once';
import type { Hands } from './hands';
import { keepAwake } from './keep-awake';
import { nameFailures } from './naming';
import type { Stage } from './stage';
import { streamOnce } from './stream-once';

/** The hands of a background that is a document itself (Firefox). */
export function createDirectHands(): { hands: Hands; stage: Stage; audio: HTMLAudioElement } {
  const audio = new Audio();
  return {
    hands: keepAwake(nameFailures({ fetch: fetchOnce, stream: streamOnce })),
    stage: createElementStage(audio, Date.now),
    audio,
  };
}
