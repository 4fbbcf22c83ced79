import { useRef, useState } from 'preact/hooks';
import { type JournalColumn, journalColumns } from '../../lib/calls/journal-columns';
import type { JournalLook } from '../../lib/questions/journal-look';
import type { CallsWords } from './calls-words';
import { titleOf } from './journal-columns';
import { type JournalView, writeQuery } from './journal-filter';

interface JournalViewsProps {
  look: JournalLook;
  filter: JournalView;
  /** those that are shown */
  columns: readonly JournalColumn[];
  words: CallsWords;
  onColumns(columns: JournalColumn[]): void;
  onKeep(name: string): void;
  onDelete(name: string): void;
}

/** The person's own views, each a link; the way to keep the present one under a name; which columns are shown. */
export function JournalViews({ look, filter, columns, words, onColumns, onKeep, onDelete }: JournalViewsProps) {
  const { calls, say } = words;
  const [name, setName] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const present = writeQuery(filter);
  const current = look.views.find(({ query }) => query === present);
  const close = (): void => {
    setName(undefined);
    opener.current?.focus();
  };
  return (
    <div class="journal-views">
      {look.views.length > 0 && (
        <nav class="tabs" aria-label={calls.savedViews}>
          {look.views.map((view) => (
            <a key={view.name} href={`#/journal?${view.query}`} aria-current={view === current ? 'page' : undefined}>
              {view.name}
            </a>
          ))}
        </nav>
      )}
      {current && (
        <button
          type="button"
          class="button"
          onClick={() => {
            onDelete(current.name);
            opener.current?.focus();
          }}
        >
          {say(calls.deleteView, { name: current.name })}
        </button>
      )}
      <button
        ref={opener}
        type="button"
        class="button"
        aria-expanded={name !== undefined}
        onClick={() => setName(name === undefined ? (current?.name ?? '') : undefined)}
      >
        {calls.keepView}
      </button>
      {name !== undefined && (
        <form
          class="view-name"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') onKeep(name.trim());
            close();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <label>
            {calls.viewName}{' '}
            <input
              type="text"
              required
              maxLength={60}
              value={name}
              ref={(field) => field?.focus()}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button-main">
            {calls.keepNow}
          </button>
        </form>
      )}
      <details class="journal-columns">
        <summary>{calls.columns}</summary>
        <fieldset>
          <legend class="unseen">{calls.columns}</legend>
          {journalColumns.map((column) => (
            <label key={column} class="journal-check">
              <input
                type="checkbox"
                checked={columns.includes(column)}
                onChange={() => onColumns(journalColumns.filter((one) => columns.includes(one) !== (one === column)))}
              />{' '}
              {titleOf(column, words)}
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
