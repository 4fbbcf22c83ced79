import type { Ask } from '../../lib/questions/questions';
import { type BarOpening, callsWorld } from './panel-global';

interface BarParts extends Pick<BarOpening, 'party' | 'theme' | 'pageLanguage'> {
  ask: Ask;
  /** whether a recording sounds, as was told last: without one nobody is asked */
  isSounding(): Promise<boolean>;
}

/**
 * Asks whether a recording is being played; only then the panel's script is fetched, which has the bar. Returns what
 * takes the bar away again, also while it is on its way.
 */
export function showPlaying(
  { ask, isSounding, party, ...page }: BarParts,
  document: Document,
  signal: AbortSignal,
): () => void {
  const host = document.createElement('div');
  host.className = 'calls-for-dolibarr-bar';
  for (const dead of document.querySelectorAll('.calls-for-dolibarr-bar')) dead.remove();
  let closed = false;
  let closeBar: (() => void) | undefined;
  const close = (): void => {
    closed = true;
    closeBar?.();
    host.remove();
  };
  signal.addEventListener('abort', close);
  const open = async (): Promise<void> => {
    if (!(await isSounding())) return;
    const playing = await (party ? ask('card.playing', { party }) : ask('page.playing', undefined));
    if (!playing) return;
    const language = page.pageLanguage;
    await (party ? ask('card.panel', { party, language }) : ask('page.bar', { language }));
    if (closed) return;
    document.body.append(host);
    closeBar = callsWorld.callsOpenBar?.({ host, party, ...page });
  };
  open().catch(() => undefined); // no bar, then: the popup has one too
  return close;
}
