import type { ErrorShape } from '../errors';

/** One recording: the n-th (from 0) of the call with this key. */
export interface RecordingRef {
  call: string;
  n: number;
}

/** `waiting`: for bytes; `not-ready`: the UCM has not finished it, tried again at `retryAt` */
export type PlayStatus = 'loading' | 'waiting' | 'not-ready' | 'playing' | 'paused' | 'ended' | 'failed';

/** What is playing, in the whole browser. Times in seconds of the recording; bytes of the file. */
export interface Playing {
  recording: RecordingRef;
  /** recordings of this call */
  of: number;
  /** the party's name or number: hostile text; '' where it is not to be told */
  label: string;
  /** address of the card; '' when there is none */
  card: string;
  status: PlayStatus;
  position: number;
  /** 0 = unknown */
  duration: number;
  received: number;
  /** 0 = unknown */
  total: number;
  speed: number;
  /** 0 to 1 */
  volume: number;
  muted: boolean;
  /** UTC epoch ms at which `position` was true: a screen runs on by itself while it plays */
  at: number;
  /** UTC epoch seconds */
  retryAt?: number;
  error?: ErrorShape;
  /** 0 to 255, at most 600 over the whole duration, as far as received */
  peaks: number[];
  /** the disk is full: it is fetched anew the next time */
  unkept: boolean;
}

export type PlayCommand =
  | { do: 'play'; recording: RecordingRef; from?: number }
  | { do: 'resume' }
  | { do: 'pause' }
  | { do: 'stop' }
  | { do: 'seek'; to: number }
  | { do: 'speed'; speed: number }
  | { do: 'volume'; volume: number; muted: boolean };
