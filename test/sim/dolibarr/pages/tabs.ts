import { asHtml, icon } from './html';
import type { Page } from './page';

export interface Tab {
  readonly id: string;
  readonly text: string;
  /** Below the web root. */
  readonly path: string;
  /** The figure in the badge; 0 = no badge. */
  readonly count?: number;
}

/** Tabs shown before "…" on a telephone (section 7). */
const ON_A_PHONE = 2;

/** The tab bar (section 7); `picto` names the object in the ids of the "…" list: company, contact, bill. */
export function tabBar(page: Page, tabs: readonly Tab[], active: string, picto: string): string {
  const { version, options } = page.instance;
  const most = page.phoneLayout ? ON_A_PHONE : (options.maxTabs ?? 99);
  const shown = tabs.slice(0, most);
  const hidden = tabs.slice(most);
  const sign = icon(SIGNS[picto] ?? 'circle', 'imgTabTitle infobox-contrat');
  const head =
    version === 14
      ? `<a class="tabTitle">${sign} <span class="tabTitleText">${asHtml(tabs[0]?.text ?? '')}</span></a>\n`
      : '';
  const elements = shown.map((tab, place) =>
    element(page, tab, tab.id === active, place === 0 && version > 14 ? sign : ''),
  );
  return `<div class="tabs" data-role="controlgroup" data-type="horizontal">
${head}${elements.join('')}${hidden.length > 0 ? more(page, hidden, active, picto) : ''}</div>
`;
}

const SIGNS: Readonly<Record<string, string>> = {
  company: 'building',
  contact: 'address-book',
  bill: 'file-invoice-dollar',
};

function element(page: Page, tab: Tab, active: boolean, sign: string): string {
  return `<div class="inline-block tabsElem${active ? ' tabsElemActive' : ''}"><!-- id tab = ${tab.id} --><div class="tab ${
    active ? 'tabactive' : 'tabunactive'
  }" style="margin: 0 !important">${anchor(page, tab, 'tab inline-block valignmiddle', sign)}</div></div>
`;
}

function anchor(page: Page, tab: Tab, classes: string, sign = ''): string {
  const badge = tab.count ? `<span class="badge marginleftonlyshort">${tab.count}</span>` : '';
  return `<a id="${tab.id}" class="${classes}" href="${asHtml(page.root + tab.path)}" title="${asHtml(tab.text)}">${sign}${asHtml(tab.text)}${badge}</a>`;
}

function more(page: Page, hidden: readonly Tab[], active: string, picto: string): string {
  const open = hidden.some((tab) => tab.id === active);
  const list = hidden.map(
    (tab) => `<div class="popuptab wordwrap" style="display:inherit;">${anchor(page, tab, 'inline-block')}</div>`,
  );
  return `<div id="moretabs${picto}" class="inline-block tabsElem valignmiddle${open ? ' tabsElemActive' : ''}">
<div class="tab valignmiddle"><a href="#" class="tab moretab inline-block tabunactive">... (${hidden.length})</a></div>
<div id="moretabsList${picto}" class="moretabsList"><div class="popuptabset">${list.join('\n')}</div></div>
</div>
`;
}
