/** Whether an address's fragment asks for the panel: `#calls`, or `#calls?…` with filters. */
export function asksForCalls(hash: string): boolean {
  return hash === '#calls' || hash.startsWith('#calls?');
}

/** The same without any filter. */
export function asksForAllCalls(hash: string): boolean {
  return hash === '#calls';
}

/**
 * The link of the tab. It leads to the card, not to the page it stands on: that may carry an action which opening it
 * once more in another tab would repeat.
 */
export function tabAddress(bar: Element, page: string): string {
  const card = bar.querySelector('a#card')?.getAttribute('href');
  const url = new URL(card ?? page, page);
  url.hash = 'calls';
  return url.href;
}

/** Which view of the page of all calls a colleague's link means: `#all-calls/journal?direction=in`. */
export function sharedPlace(hash: string): string | undefined {
  return hash.split('#all-calls')[1];
}
