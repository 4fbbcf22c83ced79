import { Confirm } from '../form/Confirm';
import { useLock } from '../form/lock';
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
  const lock = useLock('ucm.https');
  return (
    <div class="https">
      <label class="tick">
        <input
          type="checkbox"
          checked={https}
          disabled={lock !== ''}
          aria-describedby={lock === '' ? undefined : 'https-lock'}
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
      {lock !== '' && (
        <p class="field-lock" id="https-lock">
          {lock}
        </p>
      )}
      {question && lock === '' && (
        <Confirm
          id="https"
          // another question is asked anew, with the focus on its answer
          key={question}
          question={ucm.httpsQuestion}
          keep={ucm.httpsKeep}
          go={ucm.httpsOff}
          onKeep={() => set(true)}
          onGo={() => set(false)}
        >
          {`${question === 'pasted' ? `${ucm.httpsOffer} ` : ''}${ucm.httpsWarning}`}
        </Confirm>
      )}
      {!https && <p class="said said-warn">{ucm.httpsIsOff}</p>}
    </div>
  );
}
