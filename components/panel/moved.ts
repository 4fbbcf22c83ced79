/** Where a key leads in a list of `count` lines; undefined for a key that does not move. */
export function moved(
  key: string,
  { index, count, perScreen }: { index: number; count: number; perScreen: number },
): number | undefined {
  const last = Math.max(0, count - 1);
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(index + perScreen, last);
    case 'PageUp':
      return Math.max(index - perScreen, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
