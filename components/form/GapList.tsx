import type { SyncState } from '../../lib/questions/questions';
import { gapReason, gapTimes, moment } from '../call/gap-words';
import type { Words } from '../call/words';

/** Stretches named one by one; more are counted. */
const shown = 3;

interface GapListProps {
  state: Pick<SyncState, 'gaps' | 'unsettledFrom' | 'error'>;
  words: Words;
  /** UTC epoch seconds */
  now: number;
}

/** What is not known of the history, newest first, each stretch with its reason; last what will be read once more. */
export function GapList({ state, words, now }: GapListProps) {
  const { gap } = words.common;
  const newest = [...state.gaps].sort((one, other) => other.until - one.until);
  const more = newest.length - shown;
  return (
    <ul class="gap-list">
      {newest.slice(0, shown).map((one) => (
        <li key={one.from}>
          <b>{gapTimes(one, words, now)}</b> {gapReason(one, words, now, state.error)}
        </li>
      ))}
      {more > 0 && <li>{words.say(gap.more, { count: more })}</li>}
      {state.unsettledFrom !== undefined && (
        <li>
          <b>{words.say(gap.since, { from: moment(state.unsettledFrom, words.times) })}</b> {gap.tooSoon}
        </li>
      )}
    </ul>
  );
}
