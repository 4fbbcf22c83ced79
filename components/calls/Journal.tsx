// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this grid the focus is on lines, not on cells
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { moved } from '../panel/moved';
import { useNarrow } from '../panel/use-narrow';
import { useVirtualRows } from '../panel/use-virtual-rows';
import type { CallsWords } from './calls-words';
import { type JournalStore, pageSize } from './create-journal-store';
import { JournalFilters } from './JournalFilters';
import type { JournalView } from './journal-filter';
import { Line } from './Line';
import { callAddress } from './route';

/** px; the style sheet holds the same figures */
const rowHeights = { wide: 40, narrow: 84 };
const narrowBelow = 760;

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
      {shown > 0 && <List store={store} count={shown} words={words} now={now} goTo={goTo} filter={filter} />}
    </>
  );
}

type ListProps = Pick<JournalProps, 'store' | 'words' | 'now' | 'goTo' | 'filter'> & { count: number };

function List({ store, count, words, now, goTo, filter }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const mustFocus = useRef(false);
  const narrow = useNarrow(list, narrowBelow);
  const lines = store.lines.value;
  const current = Math.min(active, count - 1);
  const rows = useVirtualRows({
    count,
    rowHeight: narrow ? rowHeights.narrow : rowHeights.wide,
    keyOf: (index) => lines.get(index)?.key ?? index,
    opened: -1,
    active: current,
    body,
  });
  const first = rows.items[0]?.index ?? 0;
  const last = rows.items.at(-1)?.index ?? 0;
  // The line with the focus may be far from the screen: it must not draw the pages between along.
  useLayoutEffect(() => store.need(Math.max(first, last - pageSize), last), [store, lines, first, last]);
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
    } else if (event.key === 'Enter' && line) goTo(callAddress(line.key));
    else return;
    event.preventDefault();
  };

  const { panel, calls } = words;
  const titles = [
    ['when', panel.column.date],
    ['direction', panel.column.direction],
    ['number', panel.column.who],
    ['who', calls.party],
    ['outcome', panel.column.outcome],
    ['extension', panel.column.extension],
    ['talk', panel.column.talk],
    ['marks', panel.recorded],
  ] as const;
  return (
    <div
      ref={list}
      class={narrow ? 'journal narrow' : 'journal'}
      role="grid"
      aria-label={panel.list}
      aria-rowcount={count + 1}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup">
        <div class="journal-line journal-titles" role="row" aria-rowindex={1}>
          {titles.map(([name, title]) => (
            <span key={name} class={`journal-${name}`} role="columnheader">
              {title}
            </span>
          ))}
        </div>
      </div>
      <div ref={body} class="journal-body" role="rowgroup" style={{ height: `${rows.height}px` }}>
        {rows.items.map((item) => {
          const line = lines.get(item.index);
          return (
            <div
              // not the call's key: the element, and with it the focus, must outlive the arrival of its call
              key={item.index}
              class={item.index % 2 === 0 ? 'journal-line' : 'journal-line journal-even'}
              role="row"
              aria-rowindex={item.index + 2}
              aria-busy={line ? undefined : true}
              tabIndex={item.index === current ? 0 : -1}
              data-line={item.index}
              style={{ transform: `translateY(${rows.topOf(item)}px)` }}
              onFocus={() => setActive(item.index)}
            >
              {line ? <Line line={line} words={words} now={now} /> : <span role="gridcell">…</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
