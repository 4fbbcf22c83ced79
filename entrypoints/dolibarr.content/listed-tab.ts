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

function addToNumber(more: Element, difference: number): void {
  const text = [...(more.querySelector('a.moretab')?.childNodes ?? [])].find(
    (node) => node.nodeType === Node.TEXT_NODE && /\(\d+\)/.test(node.nodeValue ?? ''),
  );
  if (!text) return;
  text.nodeValue = (text.nodeValue ?? '').replace(/\((\d+)\)/, (_, count: string) => `(${Number(count) + difference})`);
}
