/** Marks the page [data-dark] while the system is dark, as components that other pages share expect it. */
export function followDarkness(page: HTMLElement, query: MediaQueryList): void {
  const mark = (): void => {
    page.toggleAttribute('data-dark', query.matches);
  };
  mark();
  query.addEventListener('change', mark);
}
