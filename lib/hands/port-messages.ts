import type { AnswerHead, HandsRequest } from './hands';
import type { StageCommand, StageState } from './stage';

/** What the worker sends to a client of its own origin, with one MessagePort: everything else goes over that port. */
export const portOffer = 'hands-port';

/**
 * Lock that the document holds as long as it lives. Whoever else asks for it gets it at the document's death, which no
 * port tells (Chromium 156: a port's close event does not come).
 */
export const lifeLock = 'hands-document';

export type ToDocument =
  | { kind: 'fetch' | 'stream'; id: number; request: HandsRequest }
  /** the next piece of a stream's body is wanted: none comes unasked, so that no queue grows */
  | { kind: 'more'; id: number }
  | { kind: 'stage'; id: number; command: StageCommand }
  | { kind: 'kept'; id: number; name: string }
  | { kind: 'abort'; id: number };

/** `bytes` is transferred, not copied; `failure` is the reason of a HandsFailure. */
export type ToWorker =
  | { kind: 'ready' }
  /** `id` 0: unasked, at a change */
  | { kind: 'stage'; id: number; state?: StageState }
  | ({ kind: 'head'; id: number; length: number } & AnswerHead)
  /** no `bytes`: the end of the body */
  | { kind: 'piece'; id: number; bytes?: ArrayBuffer }
  | ({ kind: 'answer'; id: number; bytes: ArrayBuffer } & AnswerHead)
  /** nothing is kept under the name */
  | { kind: 'nothing'; id: number }
  | { kind: 'failure'; id: number; failure: string };
