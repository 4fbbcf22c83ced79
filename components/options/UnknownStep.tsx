import { useEffect, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { Settings } from '../../lib/settings/settings';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { SelectField } from '../form/SelectField';
import { StepCard } from './StepCard';
import { UnknownRules } from './UnknownRules';
import { refusal, type StepView } from './view';
import { YesNoField } from './YesNoField';

/** What becomes of numbers that nobody has in Dolibarr; the rules show once it is on. */
export function UnknownStep({ view }: { view: StepView }) {
  const { store, words, settings } = view;
  const { title, rules: texts } = words.unknown;
  const { mode, creator } = settings.unknown;
  const { invalid, saved: savedWord } = words.options;

  const change = (part: Partial<Settings['unknown']>) =>
    store.change((now) => ({ ...now, unknown: { ...now.unknown, ...part } }));

  return (
    <StepCard id="step-unknown" number={5} title={title} intro={texts.intro} words={words}>
      <div class="fields">
        <SelectField
          id="unknown-mode"
          setting="unknown.mode"
          label={texts.mode}
          hint={texts.modeHint[mode]}
          savedWord={savedWord}
          value={mode}
          choices={[
            { value: 'off', label: texts.modes.off },
            { value: 'review', label: texts.modes.review },
            { value: 'automatic', label: texts.modes.automatic },
          ]}
          save={async (next) => {
            const found = (['off', 'review', 'automatic'] as const).find((one) => one === next) ?? mode;
            return refusal(words, await change({ mode: found }), invalid.long, texts.modes[mode]);
          }}
        />
        {mode === 'automatic' && (
          <YesNoField
            id="unknown-creator"
            setting="unknown.creator"
            label={texts.creator}
            hint={texts.creatorHint}
            savedWord={savedWord}
            value={creator}
            words={words}
            save={async (next) => refusal(words, await change({ creator: next }), invalid.long, '')}
          />
        )}
      </div>
      {mode !== 'off' && <UnknownRules view={view} change={change} />}
      <Would view={view} />
    </StepCard>
  );
}

/** What the rules as they stand would do, also while they are off: one that lets in too many is seen before anything is made. */
function Would({ view }: { view: StepView }) {
  const { shell, words, state, settings } = view;
  const { would: texts } = words.unknown.rules;
  // as the background has them: what is being saved does not count yet
  const rules = JSON.stringify(state.settings.unknown);
  const [would, setWould] = useState<{ proposed: number; made: number }>();
  const [failed, setFailed] = useState<ErrorShape>();
  const [again, setAgain] = useState(0);
  useEffect(() => {
    let over = false;
    const ask = () =>
      shell.ask('own.unknownWould', undefined).then(
        (answer) => {
          if (over) return;
          setWould(answer);
          setFailed(undefined);
        },
        (error) => {
          if (!over) setFailed(shapeOf(error));
        },
      );
    // asked anew whenever a rule was saved, calls came, or it is tried again
    if (rules !== '' && again >= 0) void ask();
    const stop = shell.onChanged(() => void ask());
    return () => {
      over = true;
      stop();
    };
  }, [shell, rules, again]);
  if (failed) return <ErrorNotice error={failed} words={words} actions={{ retry: () => setAgain(again + 1) }} />;
  if (!would) return null;
  const { mode } = settings.unknown;
  return (
    <p class="said" role="status">
      {words.say(mode === 'off' ? texts.proposedIfOn : texts.proposed, { count: would.proposed })}{' '}
      {mode !== 'review' && words.say(mode === 'off' ? texts.madeIfOn : texts.made, { count: would.made })}
    </p>
  );
}
