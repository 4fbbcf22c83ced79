import { useLayoutEffect, useState } from 'preact/hooks';

/** True while the element is narrower than `limit` px: the lines then take two rows, which their height must know. */
export function useNarrow(element: { readonly current: HTMLElement | null }, limit: number): boolean {
  // A guess: asking the element now would lay the page out before its lines exist, and once more after.
  const [narrow, setNarrow] = useState(() => window.innerWidth < limit);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched || typeof ResizeObserver === 'undefined') return;
    const look = (): void => setNarrow(watched.clientWidth > 0 && watched.clientWidth < limit);
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, limit]);
  return narrow;
}
