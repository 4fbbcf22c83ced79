import { leftover } from './leftover';
import { clearListedTab, createListedTab } from './listed-tab';

/** The tab in Dolibarr's bar. */
export interface CallsTab {
  /** the badge, as on Dolibarr's own tabs: none for 0 */
  setCount(count: number, title: string): void;
  /** takes the mark of the open tab, or gives it back to the tab that had it */
  setActive(active: boolean): void;
  remove(): void;
}

/**
 * A tab made as Dolibarr makes its own, last in the bar. Where Dolibarr lists tabs under “…” (telephones, long bars)
 * it stands in that list, and in the bar only while it is the open one, as Dolibarr does with its own (section 7).
 * `press` gets plain clicks only: with a key or the middle button the link opens in a tab of the browser.
 */
export function createTab(bar: Element, label: string, href: string, press: () => void): CallsTab {
  const { ownerDocument: document } = bar;
  const more = [...bar.children].find((child) => child.id.startsWith('moretabs'));
  const link = document.createElement('a');
  link.id = 'calls';
  link.className = 'tab inline-block valignmiddle';
  link.href = href;
  link.textContent = label;
  const box = document.createElement('div');
  box.className = 'tab tabunactive';
  box.style.setProperty('margin', '0', 'important');
  box.append(link);
  const element = document.createElement('div');
  element.className = 'inline-block tabsElem';
  element.append(box);
  if (more) more.before(element);
  else bar.append(element);

  const listed = more && createListedTab(more, label, href);
  if (listed) element.style.display = 'none';

  const onClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    press();
  };
  link.addEventListener('click', onClick);
  listed?.link.addEventListener('click', onClick);

  let others: Element[] = [];
  return {
    setCount(count, title) {
      for (const one of listed ? [link, listed.link] : [link]) {
        one.querySelector('.badge')?.remove();
        one.title = title;
        if (count <= 0) continue;
        const badge = document.createElement('span');
        badge.className = 'badge marginleftonlyshort';
        badge.textContent = String(count);
        one.append(badge);
      }
    },
    setActive(active) {
      if (active === element.classList.contains('tabsElemActive')) return;
      if (active) others = [...bar.querySelectorAll('.tabsElemActive')];
      for (const other of others) {
        mark(other, !active);
        other.toggleAttribute(leftover.active, active);
      }
      mark(element, active);
      if (active) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      if (listed) {
        element.style.display = active ? '' : 'none';
        listed.show(!active);
      }
    },
    remove() {
      this.setActive(false);
      element.remove();
      listed?.remove();
    },
  };
}

/** Takes away what a dead script has left in the bar. */
export function clearTab(bar: Element): void {
  clearListedTab(bar);
  bar.querySelector('a#calls')?.closest('.tabsElem')?.remove();
  for (const other of bar.querySelectorAll(`[${leftover.active}]`)) {
    other.removeAttribute(leftover.active);
    mark(other, true);
  }
}

/** Dolibarr 12 had tabactive on the link itself, later versions on the box around it: wherever it is, it is exchanged. */
function mark(element: Element, active: boolean): void {
  element.classList.toggle('tabsElemActive', active);
  const [from, to] = active ? ['tabunactive', 'tabactive'] : ['tabactive', 'tabunactive'];
  for (const marked of element.querySelectorAll(`.${from}`)) marked.classList.replace(from, to);
}
