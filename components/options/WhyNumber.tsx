import { useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { NumberAsked } from '../../lib/questions/why-number';
import { partyWords } from '../call/party-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { LookForm } from './LookForm';
import type { StepView } from './view';
import { whySentences } from './why-text';

/** A number in any notation: how it is read, whose it is and why, or why nobody's, and how many calls it has. */
export function WhyNumber({ view }: { view: StepView }) {
  const { shell, words } = view;
  const { ask: texts } = words.why;
  const [text, setText] = useState('');
  const [found, setFound] = useState<NumberAsked>();
  const [error, setError] = useState<ErrorShape>();
  const [working, setWorking] = useState(false);

  async function look(): Promise<void> {
    const number = text.trim();
    if (working || number === '') return;
    setWorking(true);
    setError(undefined);
    try {
      setFound(await shell.ask('options.whyNumber', { number }));
    } catch (failure) {
      setFound(undefined);
      setError(shapeOf(failure));
    }
    setWorking(false);
  }

  return (
    <LookForm
      id="why-number"
      title={texts.title}
      label={texts.number}
      look={texts.look}
      longest={100}
      text={text}
      working={working}
      onText={setText}
      onLook={() => void look()}
    >
      <div role="status">
        {working && <p class="said">{texts.looking}</p>}
        {found && !working && <Found found={found} view={view} />}
      </div>
      {error && <ErrorNotice error={error} words={words} actions={{ retry: () => void look() }} />}
    </LookForm>
  );
}

function Found({ found, view }: { found: NumberAsked; view: StepView }) {
  const { words } = view;
  const { ask: texts } = words.why;
  const { kind, number, e164, nobody, reasons, calls, from, until, leftAside } = found;
  const read = kind === 'outside' ? (e164 === '' ? texts.raw : texts.e164) : texts[kind];
  const whose = new Map(reasons.map(({ party }) => [`${party.kind}${party.id}`, partyWords(party)]));
  const { date } = words.times;
  return (
    <dl class="facts">
      <div>
        <dt>{texts.read}</dt>
        <dd>{words.say(read, { number, e164 })}</dd>
      </div>
      <div>
        <dt>{texts.whose}</dt>
        <dd>
          {nobody ? words.options.sync.ten.nobody : [...whose.values()].join(', ')}
          {[...whySentences(found, view), ...(whose.size > 1 && !nobody ? [texts.several] : [])].map((sentence) => (
            <span key={sentence} class="ten-why">
              {sentence}
            </span>
          ))}
        </dd>
      </div>
      {kind === 'outside' && (
        <div>
          <dt>{texts.calls}</dt>
          <dd>
            {calls === 0 ? texts.none : words.say(texts.from, { count: calls, from: date(from), until: date(until) })}
          </dd>
        </div>
      )}
      {leftAside && (
        <div>
          <dt>{texts.rules}</dt>
          <dd>{leftAside === 'off' ? texts.off : words.unknown.why[leftAside]}</dd>
        </div>
      )}
    </dl>
  );
}
