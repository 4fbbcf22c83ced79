import type { SyncState } from '../../lib/questions/questions';
import type { PanelWords } from './panel-words';

/** The stretches of the history that are not known yet, so that nobody takes the list for all there was. */
export function Gaps({ sync, words }: { sync: SyncState; words: PanelWords }) {
  const { panel, say, times } = words;
  const newest = sync.gaps.reduce<SyncState['gaps'][number] | undefined>(
    (one, other) => (one && one.until >= other.until ? one : other),
    undefined,
  );
  if (!newest || sync.phase === 'running') return null;
  const more = sync.gaps.length - 1;
  return (
    <p class="gaps">
      {say(panel.gap, { from: moment(newest.from), until: moment(newest.until) })}
      {more > 0 && ` ${say(panel.gaps, { count: more })}`}
    </p>
  );

  function moment(seconds: number): string {
    return `${times.date(seconds)} ${times.time(seconds)}`;
  }
}
