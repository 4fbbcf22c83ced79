import { useRef, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { Confirm } from '../form/Confirm';
import type { StepView } from './view';

/** Removes everything of the extension from this browser, after a question. */
export function WipeAll({ view }: { view: StepView }) {
  const { store, shell, words } = view;
  const { wipe: texts } = words.keeping;
  const [step, setStep] = useState<'rest' | 'asking' | 'running' | 'done'>('rest');
  const [error, setError] = useState<ErrorShape>();
  const button = useRef<HTMLButtonElement>(null);

  const rest = (next: 'rest' | 'done'): void => {
    setStep(next);
    // once the button is drawn again
    setTimeout(() => button.current?.focus());
  };

  const go = async (): Promise<void> => {
    setStep('running');
    setError(undefined);
    try {
      await shell.ask('options.wipe', undefined);
      rest('done');
    } catch (failure) {
      setError(shapeOf(failure));
      rest('rest');
    }
    await store.read();
  };

  return (
    <div class="part">
      <h3>{texts.title}</h3>
      <p class="field-hint">{texts.intro}</p>
      <div role="status">
        {step === 'running' && <p class="said">{texts.running}</p>}
        {step === 'done' && <p class="said said-ok">{texts.done}</p>}
      </div>
      {step === 'asking' ? (
        <Confirm
          id="wipe"
          question={texts.question}
          keep={texts.keep}
          go={texts.go}
          onKeep={() => rest('rest')}
          onGo={() => void go()}
        >
          {texts.warning}
        </Confirm>
      ) : (
        step !== 'running' && (
          <button type="button" class="button" ref={button} onClick={() => setStep('asking')}>
            {texts.start}
          </button>
        )
      )}
      {error && <ErrorNotice error={error} words={words} actions={{}} />}
    </div>
  );
}
