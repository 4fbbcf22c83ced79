import type { ErrorShape } from '../errors';
import type { StageState } from '../hands/stage';
import type { Found, Manner } from './found';
import type { CopyState } from './growing-copy';
import type { Playing, PlayStatus } from './playing';
import { unknownHead } from './wav';

/** All that is known of what plays, from the copy, the stage and the player itself. */
export interface Known {
  found: Found;
  copy: CopyState | undefined;
  sounding: StageState | undefined;
  refused: ErrorShape | undefined;
  /** UTC epoch seconds; 0 = it is not waited for */
  retryAt: number;
  /** what was pressed before the stage had anything to play */
  wish: { paused: boolean; from: number };
}

export function statusOf({ copy, sounding, refused, retryAt, wish }: Known): PlayStatus {
  if (retryAt > 0) return 'not-ready';
  if (refused || copy?.head?.unplayable) return 'failed';
  // What has come of a copy that broke off can still be heard.
  if (copy?.error && sounding?.doing !== 'playing') return 'failed';
  return sounding?.doing ?? (wish.paused ? 'paused' : 'loading');
}

/** What a screen is told. `now`: UTC epoch ms. */
export function describe(known: Known, manner: Manner, now: number): Playing & { owner: string } {
  const { found, copy, sounding, refused, retryAt, wish } = known;
  const { recording, of, label, card, owner } = found;
  const status = statusOf(known);
  const error = status === 'failed' ? (refused ?? copy?.error ?? unplayable(copy)) : undefined;
  return {
    recording,
    of,
    label,
    card,
    owner,
    status,
    position: sounding?.position ?? wish.from,
    duration: durationOf(known),
    received: copy?.received ?? 0,
    total: copy?.total ?? 0,
    ...manner,
    at: sounding?.at ?? now,
    ...(retryAt > 0 ? { retryAt } : {}),
    ...(error ? { error } : {}),
    peaks: copy?.peaks ?? [],
    unkept: copy?.full ?? false,
  };
}

/** s; what the element says, or the head of the file before that; 0 = unknown */
function durationOf({ sounding, copy }: Known): number {
  if (sounding && sounding.duration > 0) return sounding.duration;
  const { head, total = 0 } = copy ?? {};
  return head && head.bytesPerSecond > 0 && total > 0 ? (total - head.dataAt) / head.bytesPerSecond : 0;
}

/** By its head it is a file that nobody knows, or of a kind that no browser plays, or this one gave up on. */
function unplayable(copy: CopyState | undefined): ErrorShape {
  if (copy?.head?.type === unknownHead.type) return { code: 'recording-broken', detail: {} };
  const { unplayable: kind = '', type = '' } = copy?.head ?? {};
  return { code: 'recording-format', detail: { subject: kind || type } };
}
