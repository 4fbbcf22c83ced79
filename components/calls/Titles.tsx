// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons inside have the focus
import { type Sort, sortColumns } from '../../lib/calls/sort';
import type { CallsWords } from './calls-words';
import type { JournalView } from './journal-filter';

interface TitlesProps {
  sort: JournalView['sort'];
  words: CallsWords;
  onSort(column: Sort['by']): void;
}

/** The columns' titles; a press puts the calls in the order of its column, a second one the other way round. */
export function Titles({ sort, words, onSort }: TitlesProps) {
  const { panel, calls } = words;
  const titles: Record<Sort['by'], string> = {
    when: panel.column.date,
    direction: panel.column.direction,
    number: panel.column.who,
    who: calls.party,
    outcome: panel.column.outcome,
    extension: panel.column.extension,
    talk: panel.column.talk,
  };
  const up = sort.endsWith('-up');
  return (
    <div role="rowgroup" class="journal-head">
      <div class="journal-line journal-titles" role="row" aria-rowindex={1}>
        <span class="journal-select" role="columnheader">
          <span class="unseen">{calls.select}</span>
        </span>
        {sortColumns.map((column) => {
          const mine = sort === column || sort === `${column}-up`;
          return (
            <span
              key={column}
              class={`journal-${column}`}
              role="columnheader"
              aria-sort={mine ? (up ? 'ascending' : 'descending') : undefined}
            >
              <button type="button" title={titles[column]} onClick={() => onSort(column)}>
                {mine && <span aria-hidden="true">{up ? '▲' : '▼'} </span>}
                {titles[column]}
              </button>
            </span>
          );
        })}
        <span class="journal-marks" role="columnheader">
          {panel.recorded}
        </span>
      </div>
    </div>
  );
}
