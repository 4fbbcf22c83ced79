import type { ErrorShape } from '../errors';

/** One recording: the n-th (from 0) of the call with this key. */
export interface RecordingRef {
  call: string;
  n: number;
}
export type PlayStatus =
  | 'loading'
  | 'waiting' /* for bytes */
  | 'not-ready' /* tried again at retryAt */
  | 'playing'
  | 'paused'
  | 'ended'
  | 'failed';
/** What is playing, in the whole browser. Times in seconds of the recording; bytes of the file; total 0 = unknown. */
export interface Playing {
  recording: RecordingRef;
  of: number /* recordings of this call */;
  label: string /* party's name or number, hostile text */;
  card: string /* address of the card, '' */;
  status: PlayStatus;
  position: number;
  duration: number /* 0 unknown */;
  received: number;
  total: number;
  speed: number;
  volume: number /* 0..1 */;
  muted: boolean;
  /** UTC epoch ms at which `position` was true, so that a screen can run on by itself while playing */
  at: number;
  retryAt?: number /* UTC epoch seconds */;
  error?: ErrorShape;
  /** peaks 0..255, at most 600 values over the whole duration, as far as received */
  peaks: number[];
}
export type PlayCommand =
  | { do: 'play'; recording: RecordingRef; from?: number }
  | { do: 'resume' }
  | { do: 'pause' }
  | { do: 'stop' }
  | { do: 'seek'; to: number }
  | { do: 'speed'; speed: number }
  | { do: 'volume'; volume: number; muted: boolean };
