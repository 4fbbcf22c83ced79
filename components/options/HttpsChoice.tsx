import { useEffect, useRef } from 'preact/hooks';
import type { OptionsWords } from './options-words';

interface HttpsChoiceProps {
  https: boolean;
  /** undefined: nothing to ask; else why it is asked */
  question: 'unticked' | 'pasted' | undefined;
  words: OptionsWords;
  ask: () => void;
  set: (https: boolean) => void;
}

/** HTTPS goes off only after the warning has been read, in the page itself, with the safe answer under the hand. */
export function HttpsChoice({ https, question, words, ask, set }: HttpsChoiceProps) {
  const { ucm } = words.options;
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (question) keep.current?.focus();
  }, [question]);

  return (
    <div class="https">
      <label class="tick">
        <input
          type="checkbox"
          checked={https}
          onChange={(event) => {
            // a tick cleared is a question first: the box shows what is so, not what is wished
            const wished = event.currentTarget.checked;
            event.currentTarget.checked = https;
            if (wished) set(true);
            else ask();
          }}
        />
        {ucm.https}
      </label>
      {question && (
        <div
          class="said said-warn"
          role="alertdialog"
          aria-labelledby="https-question"
          aria-describedby="https-warning"
          onKeyDown={(event) => {
            if (event.key === 'Escape') set(true);
          }}
        >
          <strong id="https-question">{ucm.httpsQuestion}</strong>
          <p id="https-warning">{`${question === 'pasted' ? `${ucm.httpsOffer} ` : ''}${ucm.httpsWarning}`}</p>
          <button type="button" class="button button-main" ref={keep} onClick={() => set(true)}>
            {ucm.httpsKeep}
          </button>
          <button type="button" class="button" onClick={() => set(false)}>
            {ucm.httpsOff}
          </button>
        </div>
      )}
      {!https && <p class="said said-warn">{ucm.httpsIsOff}</p>}
    </div>
  );
}
