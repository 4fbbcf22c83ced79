import type { StoredCall } from '../store/segment';

export interface CardRecording {
  /** as the UCM names the file */
  name: string;
  /** the call went through a queue or was transferred */
  queue: boolean;
  /** recordings of the call */
  of: number;
  /** of the card, or of the call where there is no card */
  label: string;
  /** as the UCM wrote it */
  number: string;
  /** UTC epoch seconds */
  startedAt: number;
  endedAt: number;
}

/** The n-th recording (from 0) of a call; undefined when there are fewer. */
export function recordingOf(
  { call, legs }: Pick<StoredCall, 'call' | 'legs'>,
  n: number,
  label: string,
): CardRecording | undefined {
  const name = call.recordings[n];
  if (name === undefined) return undefined;
  return {
    name,
    queue: legs.some(({ action }) => /^(?:QUEUE|TRANSFER)/.test(action)),
    of: call.recordings.length,
    label,
    number: call.number,
    startedAt: call.start,
    endedAt: call.start + call.duration,
  };
}
