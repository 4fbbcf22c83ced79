// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this grid the focus is on lines, not on cells
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sort } from '../../lib/calls/sort';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { moved } from '../panel/moved';
import { useNarrow } from '../panel/use-narrow';
import type { CallsWords } from './calls-words';
import type { JournalStore } from './create-journal-store';
import { JournalFilters } from './JournalFilters';
import { type JournalView, pressedSort } from './journal-filter';
import { Line } from './Line';
import { callAddress } from './route';
import { Titles } from './Titles';
import { useEvenRows } from './use-even-rows';

/** px; the style sheet holds the same figures */
const rowHeights = { wide: 40, narrow: 84 };
const narrowBelow = 760;
/** px of the titles, which stay at the top of the window */
const titlesHeight = 40;

interface JournalProps {
  store: JournalStore;
  filter: JournalView;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
  openOptions(): void;
  onFilter(part: Partial<JournalView>): void;
  onClear(): void;
  goTo(address: string): void;
}

/** Every call, newest first, with the filters that stand in the address. */
export function Journal({ store, filter, words, now, openOptions, onFilter, onClear, goTo }: JournalProps) {
  const { calls, say, count } = words;
  const answer = store.answer.value;
  const error = store.error.value;
  const shown = answer?.figures.calls ?? 0;
  return (
    <>
      <h1>{calls.journal}</h1>
      <JournalFilters filter={filter} words={words} onChange={onFilter} onClear={onClear} />
      {error && (
        <ErrorNotice error={error} words={words} actions={{ retry: () => void store.retry(), options: openOptions }} />
      )}
      <p class="journal-count" role="status">
        {answer && say(calls.countOf, { count: shown, shown: count(shown), all: count(answer.all) })}
      </p>
      {answer && shown === 0 && <p class="empty">{answer.all === 0 ? words.popup.none : words.panel.filteredOut}</p>}
      {shown > 0 && (
        <List
          store={store}
          count={shown}
          words={words}
          now={now}
          goTo={goTo}
          filter={filter}
          onSort={(column) => onFilter({ sort: pressedSort(column, filter.sort) })}
        />
      )}
    </>
  );
}

type ListProps = Pick<JournalProps, 'store' | 'words' | 'now' | 'goTo' | 'filter'> & {
  count: number;
  onSort(column: Sort['by']): void;
};

function List({ store, count, words, now, goTo, filter, onSort }: ListProps) {
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
  useEffect(() => setActive(0), [filter]);
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
    const next = moved(event.key, { index: current, count, perScreen: rows.perScreen });
    const line = lines.get(current);
    if (next !== undefined) {
      mustFocus.current = true;
      setActive(next);
      rows.scrollTo(next);
    } else if (event.key === 'Enter' && line) goTo(callAddress(line.key, filter));
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
      onKeyDown={onKeyDown}
    >
      <Titles sort={filter.sort} words={words} onSort={onSort} />
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
              aria-busy={line ? undefined : true}
              tabIndex={index === current ? 0 : -1}
              data-line={index}
              style={{ transform: `translateY(${rows.topOf(index)}px)` }}
              onFocus={() => setActive(index)}
            >
              {line ? (
                <Line line={line} address={callAddress(line.key, filter)} words={words} now={now} />
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
