import type { RecordingRef } from './playing';

/** A recording that was asked for: where it is, and whose. */
export interface Found {
  recording: RecordingRef;
  /** as the CDR names it */
  name: string;
  queue: boolean;
  /** recordings of the call */
  of: number;
  label: string;
  card: string;
  /** whose card it was started from: nobody else's page is told the label */
  owner: string;
  /** as the UCM wrote it: hostile text; '' when hidden */
  number: string;
  /** UTC epoch seconds of the call */
  startedAt: number;
  endedAt: number;
}

/** How it is listened to, whatever is played. */
export interface Manner {
  speed: number;
  volume: number;
  muted: boolean;
}

/** What outlives the background. */
export interface Kept {
  /** what plays; absent when nothing does */
  found?: Found;
  /** where it was left, by `<call>/<n>`, the last fifty */
  positions: Record<string, number>;
}

export const idOf = ({ call, n }: RecordingRef) => `${call}/${n}`;
