import { callsAddress } from '../../lib/dolibarr/page';
import type { Answered } from '../../lib/questions/questions';
import type { AsideWords } from './aside-words';

const MARK = 'calls-for-dolibarr-count';

/**
 * How many calls the thirdparty has, behind its name in the banner, with the way to them; nothing for none. Returns what
 * takes it away.
 */
export function showCount(
  document: Document,
  root: string,
  { party, count }: NonNullable<Answered<'page.object'>>,
  { aside, say, language }: AsideWords,
): (() => void) | undefined {
  for (const dead of document.querySelectorAll(`.${MARK}`)) dead.remove();
  const about = document.querySelector('.arearef .refidno');
  if (!about || count === 0) return undefined;
  const link = document.createElement('a');
  link.href = callsAddress(root, party);
  link.lang = language;
  link.title = aside.countWhy;
  const sign = document.createElement('span');
  sign.className = 'fas fa-phone paddingright';
  sign.setAttribute('aria-hidden', 'true');
  link.append(sign, say(aside.count, { count }));
  const box = document.createElement('span');
  box.className = `${MARK} marginleftonly`;
  box.style.whiteSpace = 'nowrap';
  box.append(link);
  const name = [...about.querySelectorAll('a[href*="socid="]')].find(
    ({ href }: Element & { href?: string }) => new URL(href ?? '', root).searchParams.get('socid') === String(party.id),
  );
  // behind what Dolibarr itself says of it, still on its line
  let end = name?.nextSibling;
  while (end && end.nodeName !== 'BR') end = end.nextSibling;
  if (name && end) end.before(' ', box);
  else about.append(' ', box);
  return () => box.remove();
}
