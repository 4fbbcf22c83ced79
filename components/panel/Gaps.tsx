import type { SyncState } from '../../lib/questions/questions';
import { gapReason, gapTimes } from '../call/gap-words';
import type { PanelWords } from './panel-words';

/** The stretches of the history that are not known yet, so that nobody takes the list for all there was. */
export function Gaps({ sync, words, now }: { sync: SyncState; words: PanelWords; now: number }) {
  const { panel, say } = words;
  const newest = sync.gaps.reduce<SyncState['gaps'][number] | undefined>(
    (one, other) => (one && one.until >= other.until ? one : other),
    undefined,
  );
  if (!newest || sync.phase === 'running') return null;
  const more = sync.gaps.length - 1;
  return (
    <p class="gaps">
      {say(panel.gap, { times: gapTimes(newest, words, now), why: gapReason(newest, words, now, sync.error) })}
      {more > 0 && ` ${say(panel.gaps, { count: more })}`}
    </p>
  );
}
