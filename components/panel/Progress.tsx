import type { SyncState } from '../../lib/questions/questions';
import { useWaited } from '../form/use-waited';
import type { PanelWords } from './panel-words';

/** How far a run of the synchronisation has come. */
export function Progress({ sync, words }: { sync: SyncState; words: PanelWords }) {
  const { panel, say, times } = words;
  const { progress } = sync;
  const waited = useWaited(progress ? `${progress.part} ${progress.from} ${progress.done}` : '');
  if (!progress) return <p class="progress-text">{panel.syncing}</p>;
  const percent = Math.round(Math.min(1, Math.max(0, progress.done)) * 100);
  return (
    <div class="progress">
      <div
        class="progress-bar"
        role="progressbar"
        aria-label={panel.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <span class="progress-text">
        {progress.part === 'directory'
          ? panel.readingDirectory
          : say(panel.readingCalls, { date: times.date(progress.from) })}
        {waited > 0 && ` – ${say(words.common.waiting, { count: waited })}`}
      </span>
    </div>
  );
}
