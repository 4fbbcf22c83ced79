import { useContext, useId, useRef } from 'preact/hooks';
import type { CallsWords } from './calls-words';
import { MayDelete } from './may-delete';

interface ConfirmDeleteProps {
  count: number;
  disabled?: boolean;
  words: CallsWords;
  onDelete(): void;
}

/** The button, and before anything is deleted what it means; nothing where it may not be done. */
export function ConfirmDelete({ count, disabled, words, onDelete }: ConfirmDeleteProps) {
  const { calls, say, count: written } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  if (!useContext(MayDelete)) return null;
  return (
    <>
      <button type="button" class="button" disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {calls.deleteOne}
      </button>
      <dialog ref={dialog} class="confirm" aria-labelledby={title}>
        <h2 id={title}>{say(calls.deleteTitle, { count, shown: written(count) })}</h2>
        <p>{calls.deleteWhat}</p>
        <p class="confirm-buttons">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {calls.keep}
          </button>
          <button
            type="button"
            class="button button-bad"
            onClick={() => {
              dialog.current?.close();
              onDelete();
            }}
          >
            {say(calls.delete, { count, shown: written(count) })}
          </button>
        </p>
      </dialog>
    </>
  );
}
