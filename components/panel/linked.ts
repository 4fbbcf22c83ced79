import { readMomentReference } from '../../lib/calls/moment';

/** A moment in the recording of one of the card's calls, as a link names it. */
export interface Linked {
  key: string;
  /** from 0 */
  n: number;
  /** seconds */
  at: number;
  /** it was pressed in a page of the same Dolibarr, so it sounds without another press */
  byItself: boolean;
}

/** `#calls?play=1795435200-1a2b3c.1.72`; undefined when the fragment names no moment. */
export function readLinked(hash: string, byItself: boolean): Linked | undefined {
  const named = readMomentReference(new URLSearchParams(hash.split('?')[1] ?? '').get('play') ?? '');
  return named && { ...named, byItself };
}
