/**
 * Keeps the colour behind the panel in --calls-back, and [data-dark] on the host while that is dark. Dolibarr says
 * neither: the card is white on a grey page in md, and its dark mode only gives other values to the same variables
 * (section 7), so the colour that came out is what counts.
 */
export function followDarkness(host: HTMLElement, shadow: ShadowRoot, ended: AbortSignal): void {
  const look = (): void => {
    const back = backOf(host);
    if (back) host.style.setProperty('--calls-back', back);
    else host.style.removeProperty('--calls-back');
    const panel = shadow.querySelector('.panel');
    host.toggleAttribute('data-dark', panel !== null && isDark(getComputedStyle(panel).backgroundColor));
  };
  look();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal: ended });
}

/** The first colour behind an element that hides what is behind itself; undefined when there is none. */
export function backOf(element: HTMLElement): string | undefined {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (/^rgb\(/.test(colour)) return colour;
  }
  return undefined;
}

/** Whether a computed colour, `rgb(29, 30, 32)`, is nearer to black than to white as eyes see it; transparent is not. */
export function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha > 0.5 && 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
