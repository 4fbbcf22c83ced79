import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** px: browsers draw nothing below some 17 million (Firefox) or 33 million; a longer list is scrolled through faster */
const tallest = 15_000_000;
/** lines beyond the screen */
const beyond = 8;

interface EvenRowsOptions {
  count: number;
  /** px, of every line */
  rowHeight: number;
  /** index of the line that has the focus: it stays in the page when it is scrolled away */
  active: number;
  /** px at the top of the window that stay covered by the titles */
  covered: number;
  /** the element whose height is that of all lines */
  body: { readonly current: HTMLElement | null };
}

export interface EvenRows {
  /** of the lines to draw, in order */
  indexes: number[];
  /** first and last line on or near the screen */
  first: number;
  last: number;
  /** px of all lines, as the page has them */
  height: number;
  /** px from the body's top to the line */
  topOf(index: number): number;
  /** lines that fit on the screen */
  perScreen: number;
  scrollTo(index: number): void;
}

/**
 * Only the lines near the screen exist, and the page itself scrolls. All lines have one height, so nothing is kept for
 * a line that is not drawn: the virtualizer of the panel keeps a record of each, which a million lines are too many for.
 */
export function useEvenRows({ count, rowHeight, active, covered, body }: EvenRowsOptions): EvenRows {
  // px from the body's top to the window's, and of the window
  const [view, setView] = useState({ top: 0, screen: window.innerHeight });
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const top = Math.max(0, -(body.current?.getBoundingClientRect().top ?? 0));
        const screen = window.innerHeight;
        setView((before) => (before.top === top && before.screen === screen ? before : { top, screen }));
      });
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [body]);

  const full = count * rowHeight;
  const height = Math.min(full, tallest);
  const { screen } = view;
  /** of the scrolled way to that through the whole list */
  const factor = height > screen && full > height ? (full - screen) / (height - screen) : 1;
  const top = Math.min(view.top, Math.max(0, height - screen));
  const reached = top * factor;
  const first = Math.max(0, Math.floor(reached / rowHeight) - beyond);
  const last = Math.min(count - 1, Math.ceil((reached + screen) / rowHeight) + beyond);
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const isFar = active >= 0 && active < count && (active < first || active > last);
  if (isFar) indexes.push(active);
  indexes.sort((one, other) => one - other);

  // A list that became shorter than where one was.
  useLayoutEffect(() => {
    if (view.top > height && body.current) window.scrollTo({ top: topInPage(body.current) - covered });
  }, [height, view, body, covered]);

  return {
    indexes,
    first,
    last,
    height,
    // far from the screen a line stands where scrolling would find it, and never below the list
    topOf: (index) =>
      index >= first && index <= last
        ? index * rowHeight - reached + top
        : Math.min((index * rowHeight) / factor, height - rowHeight),
    perScreen: Math.max(1, Math.floor((screen - covered) / rowHeight) - 1),
    scrollTo(index) {
      if (!body.current) return;
      const begin = index * rowHeight;
      // where the list begins below the window's top, fewer lines are covered and fewer have room
      const below = Math.max(0, body.current.getBoundingClientRect().top);
      const wanted =
        begin < reached + Math.max(0, covered - below)
          ? begin - covered
          : begin + rowHeight > reached + screen - below
            ? begin + rowHeight - screen
            : undefined;
      if (wanted !== undefined) window.scrollTo({ top: topInPage(body.current) + wanted / factor });
    },
  };
}

function topInPage(element: HTMLElement): number {
  return element.getBoundingClientRect().top + window.scrollY;
}
