// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons inside have the focus

import type { JournalColumn } from '../../lib/calls/journal-columns';
import type { Sort } from '../../lib/calls/sort';
import type { CallsWords } from './calls-words';
import { sortOf, titleOf } from './journal-columns';
import type { JournalView } from './journal-filter';

interface TitlesProps {
  columns: readonly JournalColumn[];
  sort: JournalView['sort'];
  words: CallsWords;
  onSort(column: Sort['by']): void;
}

/** The columns' titles; a press puts the calls in the order of its column, a second one the other way round. */
export function Titles({ columns, sort, words, onSort }: TitlesProps) {
  const { panel, calls } = words;
  const title = (name: string, text: string, by: Sort['by'] | undefined) => {
    const mine = by !== undefined && (sort === by || sort === `${by}-up`);
    const up = sort.endsWith('-up');
    return (
      <span
        key={name}
        class={`journal-${name}`}
        role="columnheader"
        aria-sort={mine ? (up ? 'ascending' : 'descending') : undefined}
      >
        {by === undefined ? (
          <span title={text}>{text}</span>
        ) : (
          <button type="button" title={text} onClick={() => onSort(by)}>
            {mine && <span aria-hidden="true">{up ? '▲' : '▼'} </span>}
            {text}
          </button>
        )}
      </span>
    );
  };
  return (
    <div role="rowgroup" class="journal-head">
      <div class="journal-line journal-titles" role="row" aria-rowindex={1}>
        <span class="journal-select" role="columnheader">
          <span class="unseen">{calls.select}</span>
        </span>
        {title('when', panel.column.date, 'when')}
        {columns.map((column) => title(column, titleOf(column, words), sortOf(column)))}
      </div>
    </div>
  );
}
