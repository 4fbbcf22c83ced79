/**
 * A constructed sheet needs nothing web-accessible and no word from the page's CSP. Firefox refuses it to content
 * scripts (bug 1770592), and lets their style elements through instead.
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
