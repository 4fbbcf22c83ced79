import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';

import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** px that Dolibarr's top bar covers when it stays in place: a line scrolled to must not be under it. */
const topBar = 60;

/** px above the list, at the least: top bar, tabs, banner, figures. Lines that cannot be seen are not drawn first. */
const usuallyAbove = 400;
/** lines beyond the screen, once the first ones are painted */
const beyond = 8;

interface VirtualRowsOptions {
  count: number;
  /** px of a closed line */
  rowHeight: number;
  /** stays the same while a call moves to another index */
  keyOf(index: number): string | number;
  /** index of the line that is open, whose height is measured; -1 when none */
  opened: number;
  /** index of the line that has the focus: it stays in the page when it is scrolled away */
  active: number;
  /** the element whose height is that of all lines */
  body: { readonly current: HTMLElement | null };
}

export interface VirtualRows {
  items: VirtualItem[];
  /** px of all lines */
  height: number;
  /** px from the body's top to the item's */
  topOf(item: VirtualItem): number;
  /** lines that fit on the screen */
  perScreen: number;
  /** to be put on the open line */
  measure(element: HTMLElement | null): void;
  scrollTo(index: number): void;
}

/** Only the lines near the screen exist; the page itself scrolls, as it does with Dolibarr's own lists. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { count, rowHeight, keyOf, opened, active, body } = options;
  const [margin, setMargin] = useState(usuallyAbove);
  const [painted, setPainted] = useState(false);
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  const started = useRef(false);
  const held = useRef<Virtualizer<Window, HTMLElement>>(undefined);
  const settings = {
    count,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    // At its start the virtualizer scrolls to where the page is: that moves nothing, and lays the page out once more.
    scrollToFn: (...to: Parameters<typeof windowScroll<Window>>) => {
      if (started.current) windowScroll(...to);
    },
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    // Where the page stands is told by the observer a moment later; asking now would lay it out without its lines.
    initialOffset: 0,
    measureElement: (element: HTMLElement) => Math.max(rowHeight, element.offsetHeight),
    scrollMargin: margin,
    scrollPaddingStart: topBar,
    scrollPaddingEnd: 8,
    overscan: painted ? beyond : 0,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
      withActive(defaultRangeExtractor(range), active < count ? active : -1),
    onChange: () => redraw(),
  };
  if (!held.current) held.current = new Virtualizer<Window, HTMLElement>(settings);
  const rows = held.current;
  rows.setOptions(settings);

  useEffect(() => {
    started.current = true;
    const frame = requestAnimationFrame(() => setPainted(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  // What stands above the list changes without asking: notices, the banner's pictures.
  useLayoutEffect(() => {
    const top = body.current ? Math.round(body.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (top !== margin) setMargin(top);
  });
  // A line that was closed, or lines that became higher, must not keep what was measured before.
  useLayoutEffect(() => rows.measure(), [rows, opened, rowHeight]);

  return {
    items: rows.getVirtualItems(),
    height: rows.getTotalSize(),
    topOf: (item) => item.start - margin,
    perScreen: Math.max(1, Math.floor((window.innerHeight - topBar) / rowHeight) - 1),
    measure: rows.measureElement,
    scrollTo: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  };
}

function withActive(indexes: number[], active: number): number[] {
  if (active < 0 || indexes.includes(active)) return indexes;
  return [...indexes, active].sort((one, other) => one - other);
}
