import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { ConfirmDelete } from './ConfirmDelete';
import type { CallsWords } from './calls-words';
import type { Job } from './create-job';
import type { Format } from './export/make-file';

interface JournalToolsProps {
  job: Job;
  /** calls of the list */
  shown: number;
  selected: ReadonlySet<string>;
  words: CallsWords;
  onExport(format: Format): void;
  onSelectAll(): void;
  onClear(): void;
  onDelete(): void;
}

/** What can be done with the calls of the list, and how far it is. */
export function JournalTools({
  job,
  shown,
  selected,
  words,
  onExport,
  onSelectAll,
  onClear,
  onDelete,
}: JournalToolsProps) {
  const { calls, say, count } = words;
  const progress = job.progress.value;
  const error = job.error.value;
  const busy = progress !== undefined;
  return (
    <>
      {error && <ErrorNotice error={error} words={words} actions={{}} />}
      <div class="journal-tools">
        {selected.size > 0 && (
          <>
            <b>{say(calls.selected, { count: selected.size, shown: count(selected.size) })}</b>
            <ConfirmDelete count={selected.size} disabled={busy} words={words} onDelete={onDelete} />
            <button type="button" class="button" onClick={onClear}>
              {calls.unselect}
            </button>
          </>
        )}
        {progress && (
          <span class="journal-job">
            <progress max={Math.max(1, progress.all)} value={progress.done} aria-label={calls.journal} />
            {say(progress.what === 'delete' ? calls.deleting : calls.exporting, {
              shown: count(progress.done),
              all: count(progress.all),
            })}
            <button type="button" class="button" onClick={job.cancel}>
              {calls.cancel}
            </button>
          </span>
        )}
        {!busy && shown > 0 && (
          <>
            {selected.size < shown && (
              <button type="button" class="button" onClick={onSelectAll}>
                {calls.selectAll}
              </button>
            )}
            <button type="button" class="button" onClick={() => onExport('csv')}>
              {calls.exportCsv}
            </button>
            <button type="button" class="button" onClick={() => onExport('xlsx')}>
              {calls.exportXlsx}
            </button>
          </>
        )}
      </div>
    </>
  );
}
