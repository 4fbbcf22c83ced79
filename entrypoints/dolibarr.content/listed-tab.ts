import { leftover } from './leftover';

export interface ListedTab {
  link: HTMLAnchorElement;
  show(shown: boolean): void;
  remove(): void;
}

/** Our line in the list under “… (7)”, and the number in brackets; undefined when Dolibarr's list is not as we know it. */
export function createListedTab(more: Element, label: string, href: string): ListedTab | undefined {
  const list = more.querySelector('.popuptabset');
  if (!list) return undefined;
  const { ownerDocument: document } = more;
  const link = document.createElement('a');
  link.className = 'wordwrap inline-block';
  link.href = href;
  link.textContent = label;
  const line = document.createElement('div');
  line.className = 'popuptab wordwrap';
  line.style.display = 'inherit';
  line.setAttribute(leftover.listed, '');
  line.append(link);
  list.append(line);
  addToNumber(more, 1);
  let shown = true;
  const show = (wished: boolean): void => {
    if (wished === shown) return;
    shown = wished;
    line.style.display = shown ? 'inherit' : 'none';
    addToNumber(more, shown ? 1 : -1);
  };
  return {
    link,
    show,
    remove() {
      show(false);
      line.remove();
    },
  };
}

/** Takes away the line that a dead script has left. */
export function clearListedTab(bar: Element): void {
  const line = bar.querySelector<HTMLElement>(`[${leftover.listed}]`);
  const more = line && [...bar.children].find((child) => child.contains(line));
  if (!more) return;
  if (line.style.display !== 'none') addToNumber(more, -1);
  line.remove();
}

function addToNumber(more: Element, difference: number): void {
  const text = [...(more.querySelector('a.moretab')?.childNodes ?? [])].find(
    (node) => node.nodeType === Node.TEXT_NODE && /\(\d+\)/.test(node.nodeValue ?? ''),
  );
  if (!text) return;
  text.nodeValue = (text.nodeValue ?? '').replace(/\((\d+)\)/, (_, count: string) => `(${Number(count) + difference})`);
}
