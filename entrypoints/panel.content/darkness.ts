/**
 * Keeps [data-dark] on the host while the page behind it is dark. Dolibarr says so nowhere: its dark mode only gives
 * other values to the same variables (section 7), so the colour that came out is what counts.
 */
export function followDarkness(host: HTMLElement, shadow: ShadowRoot, ended: AbortSignal): void {
  const look = (): void => {
    const panel = shadow.querySelector('.panel');
    host.toggleAttribute('data-dark', panel !== null && isDark(getComputedStyle(panel).backgroundColor));
  };
  look();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal: ended });
}

/** Whether a computed colour, `rgb(29, 30, 32)`, is nearer to black than to white as eyes see it; transparent is not. */
export function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha > 0.5 && 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
