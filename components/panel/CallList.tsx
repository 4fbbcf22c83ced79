// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this treegrid the focus is on lines, not on cells
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PartyRef } from '../../lib/questions/questions';
import { CallOpened } from './CallOpened';
import { CallRow } from './CallRow';
import type { PanelStore } from './create-panel-store';
import { Gaps } from './Gaps';
import { moved } from './moved';
import { pageSize } from './page-size';
import type { PanelWords } from './panel-words';
import { useNarrow } from './use-narrow';
import { useVirtualRows } from './use-virtual-rows';

/** px; the style sheet holds the same figures */
const rowHeights = { wide: 48, narrow: 64 };
const narrowBelow = 830;

interface CallListProps {
  store: PanelStore;
  words: PanelWords;
  /** UTC epoch seconds */
  now: number;
  openAddress(party: PartyRef): string;
}

/** Newest first, one line a call; a line opened shows the rest below itself. */
export function CallList({ store, words, now, openAddress }: CallListProps) {
  const { panel } = words;
  const list = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const mustFocus = useRef(false);
  const narrow = useNarrow(list, narrowBelow);

  const answer = store.answer.value;
  const lines = store.lines.value;
  const opened = store.opened.value;
  const count = answer?.figures.calls ?? 0;
  const openedAt = opened ? indexOf(lines, opened.key) : -1;
  const current = Math.min(active, Math.max(0, count - 1));
  const rows = useVirtualRows({
    count,
    rowHeight: narrow ? rowHeights.narrow : rowHeights.wide,
    keyOf: (index) => lines.get(index)?.key ?? index,
    opened: openedAt,
    active: current,
    body,
  });
  const first = rows.items[0]?.index ?? 0;
  const last = rows.items.at(-1)?.index ?? 0;
  // The line with the focus may be far from the screen: it must not draw the pages between along.
  useLayoutEffect(() => store.need(Math.max(first, last - pageSize), last), [store, lines, first, last]);
  useLayoutEffect(() => {
    if (!mustFocus.current) return;
    const line = body.current?.querySelector<HTMLElement>(`[data-line="${current}"]`);
    if (!line) return;
    mustFocus.current = false;
    line.focus({ preventScroll: true });
  });

  const goTo = (index: number): void => {
    mustFocus.current = true;
    setActive(index);
    rows.scrollTo(index);
  };
  /** The focus may come by other ways than our keys: a screen reader's, or the browser's own search. */
  const onFocusIn = ({ target }: FocusEvent): void => {
    const index = target instanceof HTMLElement ? target.dataset['line'] : undefined;
    if (index !== undefined && !mustFocus.current) setActive(Number(index));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && opened) {
      event.preventDefault();
      store.close();
      if (openedAt >= 0) goTo(openedAt);
      return;
    }
    // keys inside an opened line belong to its links
    if (!(event.target instanceof HTMLElement) || event.target.dataset['line'] === undefined) return;
    const index = Number(event.target.dataset['line']);
    const next = moved(event.key, { index, count, perScreen: rows.perScreen });
    const line = lines.get(index);
    if (next !== undefined) goTo(next);
    else if ((event.key === 'Enter' || event.key === ' ') && line) store.toggle(line.key);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={list}
        class={narrow ? 'list narrow' : 'list'}
        role="treegrid"
        aria-label={panel.list}
        aria-rowcount={count + 1 + (openedAt >= 0 ? 1 : 0)}
        aria-colcount={9}
        onKeyDown={onKeyDown}
        onFocusIn={onFocusIn}
      >
        <Titles words={words} />
        <div ref={body} class="list-body" role="rowgroup" style={{ height: `${rows.height}px` }}>
          {rows.items.map((item) => {
            const line = lines.get(item.index);
            const isOpen = opened !== undefined && item.index === openedAt;
            // the header is row 1, and the opened call's details are a row of their own
            const rowIndex = item.index + 2 + (openedAt >= 0 && item.index > openedAt ? 1 : 0);
            return (
              <div
                // not the call's key: the element, and with it the focus, must outlive the arrival of its call
                key={item.index}
                class={item.index % 2 === 0 ? 'slot' : 'slot slot-even'}
                role="presentation"
                style={{ transform: `translateY(${rows.topOf(item)}px)` }}
                data-index={item.index}
                ref={isOpen ? rows.measure : null}
              >
                <CallRow
                  line={line}
                  index={item.index}
                  rowIndex={rowIndex}
                  open={isOpen}
                  current={item.index === current}
                  words={words}
                  now={now}
                  onPress={() => {
                    setActive(item.index);
                    if (line) store.toggle(line.key);
                  }}
                />
                {isOpen && (
                  <CallOpened
                    opened={opened}
                    rowIndex={rowIndex + 1}
                    words={words}
                    openAddress={openAddress}
                    onRetry={store.retry}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {answer && <Gaps sync={answer.state.sync} words={words} now={now} />}
      <p class="unseen" role="status">
        {words.say(panel.shown, { count })}
      </p>
    </>
  );
}

function Titles({ words }: { words: PanelWords }) {
  const { column } = words.panel;
  const names = ['date', 'direction', 'who', 'outcome', 'through', 'extension', 'ring', 'talk', 'marks'] as const;
  return (
    <div class="titles columns" role="row" aria-rowindex={1}>
      {names.map((name, i) => (
        <span key={name} class={`cell cell-${name}`} role="columnheader" aria-colindex={i + 1}>
          {name === 'marks' ? <span class="unseen">{column.marks}</span> : column[name]}
        </span>
      ))}
    </div>
  );
}

function indexOf(lines: PanelStore['lines']['value'], key: string): number {
  for (const [index, line] of lines) if (line.key === key) return index;
  return -1;
}
