import { useRef, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { AboutNumber } from '../../lib/questions/personal';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { Confirm } from '../form/Confirm';
import { LookForm } from './LookForm';
import { NumberFound } from './NumberFound';
import { numberFile } from './number-file';
import type { StepView } from './view';

/** Everything about one telephone number: looked up, saved as a file, erased. */
export function NumberData({ view }: { view: StepView }) {
  const { shell, words } = view;
  const { about: texts } = words.keeping;
  const [text, setText] = useState('');
  /** with the number as it was looked up, whatever stands in the field since */
  const [found, setFound] = useState<{ asked: string; about: AboutNumber }>();
  const [working, setWorking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [erased, setErased] = useState('');
  const [error, setError] = useState<ErrorShape>();
  const field = useRef<HTMLInputElement>(null);
  const erase = useRef<HTMLButtonElement>(null);

  const work = async (task: () => Promise<void>): Promise<void> => {
    if (working) return;
    setWorking(true);
    setError(undefined);
    try {
      await task();
    } catch (failure) {
      setError(shapeOf(failure));
    }
    setWorking(false);
  };

  const look = () =>
    work(async () => {
      setErased('');
      setAsking(false);
      const asked = text.trim();
      setFound({ asked, about: await shell.ask('options.aboutNumber', { number: asked }) });
    });

  const save = (asked: string, about: AboutNumber) =>
    work(async () => {
      const file = await numberFile(shell.ask, asked, about, shell.now());
      shell.saveFile(file.name, file.text);
    });

  const eraseAll = (asked: string, number: string) =>
    work(async () => {
      setAsking(false);
      const { calls, views } = await shell.ask('options.eraseNumber', { number: asked });
      setFound(undefined);
      setText('');
      setErased(
        [
          words.say(texts.erased, { count: calls, number }),
          views > 0 ? words.say(texts.erasedViews, { count: views }) : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
      );
      field.current?.focus();
    });

  return (
    <LookForm
      id="number-data"
      title={texts.title}
      hint={texts.intro}
      label={texts.number}
      look={texts.look}
      longest={40}
      text={text}
      working={working}
      field={field}
      onText={setText}
      onLook={() => void look()}
    >
      <div role="status">
        {working && <p class="said">{texts.looking}</p>}
        {found && <NumberFound about={found.about} words={words} />}
        {erased !== '' && <p class="said said-ok">{erased}</p>}
      </div>
      {found?.about.kind === 'outside' && !asking && (
        <div class="test-buttons">
          {(found.about.calls > 0 || found.about.views.length > 0) && (
            <button type="button" class="button" onClick={() => void save(found.asked, found.about)}>
              {texts.save}
            </button>
          )}
          <button type="button" class="button" ref={erase} onClick={() => setAsking(true)}>
            {texts.erase}
          </button>
        </div>
      )}
      {found && asking && (
        <Confirm
          id="erase"
          question={words.say(found.about.calls > 0 ? texts.eraseQuestion : texts.eraseNone, {
            count: found.about.calls,
            number: found.about.number,
          })}
          keep={texts.eraseKeep}
          go={texts.eraseGo}
          onKeep={() => {
            setAsking(false);
            // once the button is drawn again
            setTimeout(() => erase.current?.focus());
          }}
          onGo={() => void eraseAll(found.asked, found.about.number)}
        >
          {texts.eraseWarning}
        </Confirm>
      )}
      {error && <ErrorNotice error={error} words={words} actions={{}} />}
    </LookForm>
  );
}
