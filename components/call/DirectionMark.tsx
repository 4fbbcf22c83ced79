import type { Direction } from '../../lib/calls/call';
import { Icon } from './Icon';
import type { Words } from './words';

/** Which way the call went: an arrow, and the word, which narrow places show only to screen readers. */
export function DirectionMark({ direction, words }: { direction: Direction; words: Words }) {
  return (
    <span class={`direction direction-${direction}`} title={words.call.direction[direction]}>
      <Icon name={direction} />
      <span class="direction-word">{words.call.direction[direction]}</span>
    </span>
  );
}
