import { useEffect } from 'preact/hooks';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { isGone } from './machine';
import type { StepView } from './view';

/**
 * Password or key were kept until the browser closed. Whoever opens the page is here to enter them again: the first field
 * that wants it has the focus at once, as it has when the button is pressed.
 */
export function EnterAgain({ view: { state, words } }: { view: StepView }) {
  const wanted = isGone('ucm', state) ? 'ucm-secret' : isGone('dolibarr', state) ? 'dolibarr-secret' : undefined;
  const focus = (id: string) => document.getElementById(id)?.focus();
  useEffect(() => {
    // not while something else is being typed: the page may have been open all the time
    if (wanted && document.activeElement === document.body) focus(wanted);
  }, [wanted]);
  const { error } = state.sync;
  if (!wanted || !error) return null;
  return <ErrorNotice error={error} words={words} actions={{ options: () => focus(wanted) }} />;
}
