/** What is typed into the panel must not set off Dolibarr's own keys. */
export function keepKeysInside(host: HTMLElement, ended: AbortSignal): void {
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal: ended });
  }
}
