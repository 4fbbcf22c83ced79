/** Text as the content of an element or an attribute. */
export const asHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#039;');

/** An icon of the font that is not shipped here; the style sheet draws it. */
export const icon = (name: string, classes = '', title = ''): string =>
  `<span class="fas fa-${name}${classes === '' ? '' : ` ${classes}`}"${title === '' ? '' : ` title="${asHtml(title)}"`}></span>`;
