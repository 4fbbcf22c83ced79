import { asHtml, icon } from './html';
import type { Page } from './page';

/** Icon and title of each sort of number. */
const SORTS = { phone: 'phone', mobile: 'mobile-alt', fax: 'fax' } as const;
export type Sort = keyof typeof SORTS;

/** A number in a banner (section 6): plain text by default, a link where ClickToDial or the telephone layout says so. */
export function phone(page: Page, number: string, sort: Sort): string {
  if (number === '') return '';
  const { version, options } = page.instance;
  const title = page.words[sort];
  const picture = icon(SORTS[sort], '', title);
  const shown = asHtml(grouped(number)).replace(/ /g, '&nbsp;');
  const href = linkOf(page, number, sort);
  const gap = version <= 20 ? 'style="margin-right: 10px;"' : 'class="paddingright"';
  if (href === undefined) return `<span ${gap}>${picture} ${shown}</span>`;
  const dialling =
    options.clickToDial !== undefined && options.clickToDial !== 'off' && href.startsWith('tel:') === false;
  // Unconfigured, 14 gives the link no class; and the icon stays outside of the link there.
  const classes =
    dialling && !(version === 14 && options.clickToDial === 'unconfigured') ? ' class="cssforclicktodial"' : '';
  const link = (inside: string) => `<a href="${asHtml(href)}"${classes}>${inside}</a>`;
  return `<span ${gap}>${version < 20 ? `${picture} ${link(shown)}` : link(`${picture} ${shown}`)}</span>`;
}

function linkOf(page: Page, number: string, sort: Sort): string | undefined {
  const { version, options } = page.instance;
  if (page.phoneLayout || options.telLinks) {
    const plain = number.replace(/[^+\d]/g, '');
    return version >= 20 ? `tel:${encodeURIComponent(plain)}` : `tel:${plain}`;
  }
  if (sort === 'fax' || options.clickToDial === undefined || options.clickToDial === 'off') return undefined;
  if (options.clickToDial === 'unconfigured') return 'ErrorClickToDialModuleNotConfigured';
  return `http://pbx.example/call?to=${encodeURIComponent(number)}&from=203&u=claire&p=not-a-password`;
}

/** Regrouped by country, and now and then wrongly: an 00 number is cut as if it were something else. */
export function grouped(number: string): string {
  if (/^0[1-9]\d{8}$/.test(number)) return number.replace(/(\d\d)(?=\d)/g, '$1 ');
  if (/^\+33\d{9}$/.test(number)) return number.replace(/^(\+33)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5 $6');
  if (/^00\d{11}$/.test(number)) return number.replace(/^(\d{3})(\d{3})(\d{4})(\d{3})$/, '$1 $2 $3 $4');
  return number;
}
