import type { Catalogue } from '../../lib/text/catalogues';

type FailureTexts = Pick<Catalogue['tabLater'], 'failed' | 'reload'>;

/** Said in Dolibarr's own error box, as the panel itself is what did not come. */
export function showFailure(host: HTMLElement, texts: FailureTexts, reload: () => void): void {
  const { ownerDocument: document } = host;
  const box = document.createElement('div');
  box.className = 'error';
  box.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button small';
  button.textContent = texts.reload;
  button.addEventListener('click', reload);
  box.append(`${texts.failed} `, button);
  host.replaceChildren(box);
}
