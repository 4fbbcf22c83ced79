import { asHtml } from './html';

/** The two columns of facts below a banner. Values are HTML, names are text. */
export function facts(
  left: readonly (readonly [string, string])[],
  right: readonly (readonly [string, string])[],
): string {
  const table = (rows: readonly (readonly [string, string])[]) =>
    `<table class="border tableforfield centpercent">${rows.map(([name, value]) => `<tr><td class="titlefield">${asHtml(name)}</td><td class="valuefield">${value}</td></tr>`).join('')}</table>`;
  return `<div class="fichecenter"><div class="fichehalfleft"><div class="underbanner clearboth"></div>${table(left)}</div><div class="fichehalfright"><div class="underbanner clearboth"></div>${table(right)}</div></div><div class="clearboth"></div>`;
}

export function buttons(texts: readonly (readonly [text: string, href: string, dangerous?: boolean])[]): string {
  const all = texts.map(
    ([text, href, dangerous]) =>
      `<div class="inline-block divButAction"><a class="${dangerous ? 'butActionDelete' : 'butAction'}" href="${asHtml(href)}">${asHtml(text)}</a></div>`,
  );
  return `<div class="tabsAction">${all.join('')}</div>\n`;
}
