import type { SyncState } from '../../lib/questions/questions';
import type { Words } from '../call/words';
import { useWaited } from './use-waited';

interface SyncProgressProps {
  progress: SyncState['progress'];
  words: Words;
  onStop: () => void;
}

/** What is being read, how far it is, and the way to stop it. Without figures yet the bar only says that work goes on. */
export function SyncProgress({ progress, words, onStop }: SyncProgressProps) {
  const { common, times, language } = words;
  const label = !progress
    ? common.starting
    : progress.part === 'directory'
      ? common.readingDirectory
      : words.say(common.readingCalls, { date: times.date(progress.from) });
  const part = progress ? Math.min(1, Math.max(0, progress.done)) : 0;
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(part);
  const waited = useWaited(progress ? `${progress.part} ${progress.from} ${progress.done}` : '');
  return (
    <div class="sync-progress">
      <div class="sync-progress-head">
        <span id="sync-progress-label">{label}</span>
        {progress && <span>{percent}</span>}
      </div>
      {waited > 0 && <span class="sync-waiting">{words.say(common.waiting, { count: waited })}</span>}
      <progress aria-labelledby="sync-progress-label" max={1} {...(progress ? { value: part } : {})} />
      <button type="button" class="button" onClick={onStop}>
        {common.stop}
      </button>
    </div>
  );
}
