import { useState } from 'preact/hooks';
import type { CallsWords } from './calls-words';
import type { CallsShell } from './shell';

interface ShareProps {
  /** root address of Dolibarr */
  root: string;
  shell: CallsShell;
  words: CallsWords;
}

/**
 * Copies an address of this view for a colleague: one of Dolibarr, which each colleague's own extension follows, since the
 * address of the page itself holds in this browser alone.
 */
export function Share({ root, shell, words }: ShareProps) {
  const { calls } = words;
  const [copied, setCopied] = useState<string>();
  // the page around it is drawn anew with every address
  const here = shell.address();
  const copy = async (): Promise<void> => {
    await shell.copy(`${root}/index.php#all-calls${here.replace(/^#\/?$/, '').replace(/^#/, '')}`);
    setCopied(here);
  };
  return (
    <>
      <span class="calls-shared" role="status">
        {copied === here ? calls.shared : ''}
      </span>
      <button type="button" class="calls-options" onClick={() => void copy()}>
        {calls.share}
      </button>
    </>
  );
}
