import type { Ask } from '../../lib/questions/questions';
import { callsWorld, type PanelOpening } from './panel-global';

type BarParts = Pick<PanelOpening, 'party' | 'root' | 'user' | 'theme' | 'pageLanguage'> & { ask: Ask };

/**
 * Asks whether a recording is being played; only then the panel's script is fetched, which has the bar. Returns what
 * takes the bar away again, also while it is on its way.
 */
export function showPlaying({ ask, party, ...page }: BarParts, document: Document, signal: AbortSignal): () => void {
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
    if ((await ask('card.playing', { party })) === undefined) return;
    const { language } = await ask('card.panel', { party });
    if (closed) return;
    document.body.append(host);
    closeBar = callsWorld.callsOpenBar?.({ host, party, language, ...page });
  };
  open().catch(() => undefined); // no bar, then: the popup has one too
  return close;
}
