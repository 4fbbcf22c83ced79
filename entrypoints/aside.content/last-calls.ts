import type { CallLine } from '../../lib/questions/questions';
import { addStyle } from '../panel.content/style';
import type { AsideWords } from './aside-words';

/** `open` in builds for tests alone. */
declare const __PANEL_ROOT__: ShadowRootMode;

const MARK = 'calls-for-dolibarr-last';

const arrows = { in: '↙', out: '↗', internal: '↔', external: '⇄' };

const css = `
ul { display: inline; margin: 0; padding: 0; list-style: none; }
li { display: inline; }
li > span { white-space: nowrap; }
li::after { content: " · "; opacity: 0.6; }
.title { opacity: 0.75; }
.open { font-weight: bold; }
a { color: var(--colortextlink, #0a1464); text-decoration: none; white-space: nowrap; }
a:hover, a:focus-visible { text-decoration: underline; }
`;

interface LastCalls {
  all: number;
  lines: readonly CallLine[];
  /** UTC epoch seconds */
  now: number;
}

/**
 * A line at the end of the banner, below the telephone numbers: when, which way, how it went, and the way to all. Who it
 * was is not among it, and it is in a closed root: the page's own scripts do not read it. Not where the panel is open,
 * which says the same. Returns what takes it away.
 */
export function showLastCalls(
  document: Document,
  { all, lines, now }: LastCalls,
  words: AsideWords,
): (() => void) | undefined {
  for (const dead of document.querySelectorAll(`.${MARK}`)) dead.remove();
  const about = document.querySelector('.arearef .refidno');
  if (!about || lines.length === 0 || document.querySelector('.calls-for-dolibarr')) return undefined;
  const { aside, say, language } = words;
  const host = document.createElement('div');
  host.className = MARK;
  host.lang = language;
  const shadow = host.attachShadow({ mode: __PANEL_ROOT__ });
  addStyle(shadow, css);
  const title = document.createElement('span');
  title.className = 'title';
  title.textContent = `${aside.title} `;
  const list = document.createElement('ul');
  for (const line of lines) {
    const item = document.createElement('li');
    const text = document.createElement('span');
    if (line.open) text.className = 'open';
    text.append(...spoken(document, line, now, words));
    item.append(text);
    list.append(item);
  }
  const link = document.createElement('a');
  link.href = '#calls';
  link.textContent = say(aside.all, { count: all });
  shadow.append(title, list, link);
  about.append(host);
  return () => host.remove();
}

/** ↙ today 14:05, 3:12 */
function spoken(document: Document, line: CallLine, now: number, { aside, call, times }: AsideWords): Node[] {
  const arrow = document.createElement('span');
  arrow.textContent = `${arrows[line.direction]} `;
  arrow.role = 'img';
  arrow.ariaLabel = call.direction[line.direction];
  arrow.title = call.direction[line.direction];
  const went = line.talk > 0 ? times.clock(line.talk) : aside.outcome[line.outcome];
  return [arrow, document.createTextNode(`${times.day(line.start, now)} ${times.time(line.start)}, ${went}`)];
}
