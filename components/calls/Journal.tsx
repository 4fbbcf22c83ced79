// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this grid the focus is on lines, not on cells
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { JournalColumn } from '../../lib/calls/journal-columns';
import type { Sort } from '../../lib/calls/sort';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { moved } from '../panel/moved';
import { useNarrow } from '../panel/use-narrow';
import type { CallsWords } from './calls-words';
import type { Job } from './create-job';
import type { JournalStore } from './create-journal-store';
import type { Format } from './export/make-file';
import { JournalFilters } from './JournalFilters';
import { JournalTools } from './JournalTools';
import { gridOf, smallGridOf } from './journal-columns';
import { type JournalView, pressedSort } from './journal-filter';
import { Line } from './Line';
import { callAddress } from './route';
import type { CallsShell } from './shell';
import { Titles } from './Titles';
import { useEvenRows } from './use-even-rows';

/** px; the style sheet holds the same figures */
const rowHeights = { wide: 40, narrow: 84 };
const narrowBelow = 760;
/** px of the titles, which stay at the top of the window */
const titlesHeight = 40;

interface JournalProps {
  columns: readonly JournalColumn[];
  /** what is said and chosen above the list: views, columns */
  views: ComponentChildren;
  store: JournalStore;
  job: Job;
  shell: Pick<CallsShell, 'ask' | 'onChanged'>;
  filter: JournalView;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
  openOptions(): void;
  onFilter(part: Partial<JournalView>): void;
  onExport(format: Format): void;
  onSelectAll(found: (keys: string[]) => void): void;
  onClear(): void;
  goTo(address: string): void;
}

/** Every call, newest first, with the filters that stand in the address. */
export function Journal(props: JournalProps) {
  const { store, job, shell, filter, words, now, openOptions, onFilter, onExport, onSelectAll, onClear, goTo } = props;
  const { columns, views } = props;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => setSelected(new Set()), [filter]);
  const toggle = (key: string): void =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const { calls, say, count } = words;
  const answer = store.answer.value;
  const error = store.error.value;
  const shown = answer?.figures.calls ?? 0;
  return (
    <>
      <h1>{calls.journal}</h1>
      {views}
      <JournalFilters
        filter={filter}
        party={answer?.party ?? ''}
        shell={shell}
        words={words}
        onChange={onFilter}
        onClear={onClear}
      />
      {error && (
        <ErrorNotice error={error} words={words} actions={{ retry: () => void store.retry(), options: openOptions }} />
      )}
      <p class="journal-count" role="status">
        {answer && say(calls.countOf, { count: shown, shown: count(shown), all: count(answer.all) })}
      </p>
      <JournalTools
        job={job}
        shown={shown}
        selected={selected}
        words={words}
        onExport={onExport}
        onSelectAll={() => onSelectAll((keys) => setSelected(new Set(keys)))}
        onClear={() => setSelected(new Set())}
        onDelete={() => void job.deleted([...selected], () => setSelected(new Set()))}
      />
      {answer && shown === 0 && <p class="empty">{answer.all === 0 ? words.popup.none : words.panel.filteredOut}</p>}
      {shown > 0 && (
        <List
          columns={columns}
          store={store}
          count={shown}
          words={words}
          now={now}
          goTo={goTo}
          filter={filter}
          selected={selected}
          onSelect={toggle}
          onSort={(column) => onFilter({ sort: pressedSort(column, filter.sort) })}
        />
      )}
    </>
  );
}

type ListProps = Pick<JournalProps, 'columns' | 'store' | 'words' | 'now' | 'goTo' | 'filter'> & {
  count: number;
  selected: ReadonlySet<string>;
  onSelect(key: string): void;
  onSort(column: Sort['by']): void;
};

function List({ columns, store, count, words, now, goTo, filter, selected, onSelect, onSort }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const mustFocus = useRef(false);
  const narrow = useNarrow(list, narrowBelow);
  const lines = store.lines.value;
  const current = Math.min(active, count - 1);
  const rows = useEvenRows({
    count,
    rowHeight: narrow ? rowHeights.narrow : rowHeights.wide,
    active: current,
    covered: narrow ? 0 : titlesHeight,
    body,
  });
  const { first, last } = rows;
  useLayoutEffect(() => store.need(first, last), [store, lines, first, last]);
  const isFirst = useRef(true);
  // Another list begins at its first call. Before it is painted: done later, it would undo a key pressed meanwhile.
  useLayoutEffect(() => {
    if (!isFirst.current) {
      rows.scrollTo(0);
      setActive(0);
    }
    isFirst.current = false;
  }, [filter]);
  useLayoutEffect(() => {
    if (!mustFocus.current) return;
    const line = body.current?.querySelector<HTMLElement>(`[data-line="${current}"]`);
    if (!line) return;
    mustFocus.current = false;
    line.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // keys on a link inside a line belong to the link
    if (!(event.target instanceof HTMLElement) || event.target.dataset['line'] === undefined) return;
    // not from `current`: a new filter begins at the first line while the focus may still be on another
    const index = Number(event.target.dataset['line']);
    const next = moved(event.key, { index, count, perScreen: rows.perScreen });
    const line = lines.get(index);
    if (next !== undefined) {
      mustFocus.current = true;
      setActive(next);
      rows.scrollTo(next);
    } else if (event.key === 'Enter' && line) goTo(callAddress(line.key, filter));
    else if (event.key === ' ' && line) onSelect(line.key);
    else return;
    event.preventDefault();
  };

  const { panel } = words;
  return (
    <div
      ref={list}
      class={narrow ? 'journal narrow' : 'journal'}
      role="grid"
      aria-label={panel.list}
      aria-rowcount={count + 1}
      style={{ '--journal-grid': gridOf(columns), '--journal-grid-small': smallGridOf(columns) }}
      onKeyDown={onKeyDown}
    >
      <Titles columns={columns} sort={filter.sort} words={words} onSort={onSort} />
      <div ref={body} class="journal-body" role="rowgroup" style={{ height: `${rows.height}px` }}>
        {rows.indexes.map((index) => {
          const line = lines.get(index);
          return (
            <div
              // not the call's key: the element, and with it the focus, must outlive the arrival of its call
              key={index}
              class={index % 2 === 0 ? 'journal-line' : 'journal-line journal-even'}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={line ? selected.has(line.key) : undefined}
              aria-busy={line ? undefined : true}
              tabIndex={index === current ? 0 : -1}
              data-line={index}
              style={{ transform: `translateY(${rows.topOf(index)}px)` }}
              onFocus={() => setActive(index)}
            >
              {line ? (
                <Line
                  columns={columns}
                  line={line}
                  address={callAddress(line.key, filter)}
                  selected={selected.has(line.key)}
                  onSelect={() => onSelect(line.key)}
                  words={words}
                  now={now}
                />
              ) : (
                <span role="gridcell">…</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
