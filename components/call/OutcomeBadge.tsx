import type { Outcome } from '../../lib/calls/call';
import type { Words } from './words';

/** How the call ended, in the manner of Dolibarr's status badges. */
export function OutcomeBadge({ outcome, words }: { outcome: Outcome; words: Words }) {
  const word = words.call.outcome[outcome];
  return (
    <span class={`badge outcome-${outcome}`} title={word}>
      {word}
    </span>
  );
}
