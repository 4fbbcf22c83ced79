import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings';
import { SelectField } from '../form/SelectField';
import { StepCard } from './StepCard';
import { UnknownRules } from './UnknownRules';
import { refusal, type StepView } from './view';

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
          <SelectField
            id="unknown-creator"
            setting="unknown.creator"
            label={texts.creator}
            hint={texts.creatorHint}
            savedWord={savedWord}
            value={creator ? 'yes' : 'no'}
            choices={[
              { value: 'no', label: words.keeping.no },
              { value: 'yes', label: words.keeping.yes },
            ]}
            save={async (next) => refusal(words, await change({ creator: next === 'yes' }), invalid.long, '')}
          />
        )}
      </div>
      {mode !== 'off' && <UnknownRules view={view} change={change} />}
      {mode !== 'off' && <Proposed view={view} />}
    </StepCard>
  );
}

/** How many numbers the rules as they stand propose now: a rule that lets in too many is seen before anything is made of it. */
function Proposed({ view }: { view: StepView }) {
  const { shell, words, state } = view;
  // as the background has them: what is being saved does not count yet
  const rules = JSON.stringify(state.settings.unknown);
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let over = false;
    const ask = () =>
      shell.ask('own.unknown', { show: 'open', offset: 0, limit: 1 }).then(
        ({ counts }) => {
          if (!over) setCount(counts.open);
        },
        () => setCount(undefined), // the page of these numbers says what is wrong
      );
    // asked anew whenever a rule was saved
    if (rules !== '') void ask();
    const stop = shell.onChanged(() => void ask());
    return () => {
      over = true;
      stop();
    };
  }, [shell, rules]);
  if (count === undefined) return null;
  return (
    <p class="said" role="status">
      {words.say(words.unknown.rules.proposed, { count })}
    </p>
  );
}
