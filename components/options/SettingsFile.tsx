import { useRef, useState } from 'preact/hooks';
import type { ErrorShape } from '../../lib/errors';
import { readSettingsFile, type SettingsFileRead, writeSettingsFile } from '../../lib/settings/settings-file';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { SettingsPreview } from './SettingsPreview';
import type { StepView } from './view';

/** Bytes of a file that is looked at; settings have a few thousand. */
const LONGEST = 200_000;

/** Settings into a file and out of one, with a look at what changes before anything does. */
export function SettingsFile({ view }: { view: StepView }) {
  const { store, shell, words, settings, state } = view;
  const { file: texts } = words.keeping;
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<{ name: string; read: SettingsFileRead }>();
  const [done, setDone] = useState(false);
  const [error, setError] = useState<ErrorShape>();

  const save = (): void => {
    const day = new Date(shell.now() * 1000).toISOString().slice(0, 10);
    shell.saveFile(`calls-for-dolibarr settings ${day}.json`, writeSettingsFile(settings));
  };

  const open = async (file: File): Promise<void> => {
    const text = file.size > LONGEST ? '' : await file.text();
    setDone(false);
    setError(undefined);
    setOpened({ name: file.name, read: readSettingsFile(text, settings, state.origin.locked) });
  };

  const close = (): void => {
    setOpened(undefined);
    button.current?.focus();
  };

  const apply = async (wanted: typeof settings): Promise<void> => {
    const failure = await store.change(() => wanted);
    setError(failure);
    setDone(!failure);
    if (!failure) close();
  };

  return (
    <section class="step" id="settings-file" aria-labelledby="settings-file-title">
      <header class="step-head">
        <h2 id="settings-file-title">{texts.title}</h2>
      </header>
      <p class="step-intro">{texts.intro}</p>
      <div class="test-buttons">
        <button type="button" class="button" onClick={save}>
          {texts.save}
        </button>
        <button type="button" class="button" ref={button} onClick={() => input.current?.click()}>
          {texts.open}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void open(file);
            // the same file chosen again is looked at again
            event.currentTarget.value = '';
          }}
        />
      </div>
      <div role="status">
        {opened?.read.problem && (
          <p class="said said-warn">{words.say(texts.problem[opened.read.problem], { file: opened.name })}</p>
        )}
        {done && <p class="said said-ok">{texts.done}</p>}
      </div>
      {opened && opened.read.problem === undefined && (
        <SettingsPreview name={opened.name} read={opened.read} words={words} apply={apply} close={close} />
      )}
      {error && <ErrorNotice error={error} words={words} actions={{}} />}
    </section>
  );
}
