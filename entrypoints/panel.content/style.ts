/**
 * A constructed sheet needs nothing web-accessible and no word from the page's CSP. Older versions of Firefox refuse it
 * to content scripts (bug 1770592; 153 was seen to take it): there a style element of the script's own has to do.
 */
export function addStyle(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    if (shadow.adoptedStyleSheets.length > 0) return;
  } catch {
    // the other way, then
  }
  const style = document.createElement('style');
  style.textContent = css;
  shadow.prepend(style);
}
