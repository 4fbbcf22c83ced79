import { useMemo } from 'preact/hooks';
import { isOwnNumber } from '../../lib/settings/check';
import type { Settings } from '../../lib/settings/settings';
import { SelectField } from '../form/SelectField';
import { TextField } from '../form/TextField';
import { countryChoices } from './countries';
import { refusal, type StepView } from './view';

/** How telephone numbers are understood. */
export function NumberFields({ view }: { view: StepView }) {
  const { store, words, settings } = view;
  const { sync: texts, invalid, saved: savedWord } = words.options;
  const { numbers } = settings;
  const countries = useMemo(() => countryChoices(words.language), [words.language]);

  const change = (part: Partial<Settings['numbers']>) =>
    store.change((now) => ({ ...now, numbers: { ...now.numbers, ...part } }));

  const saveOwn = async (text: string): Promise<string | undefined> => {
    const own = text
      .split(/[\n,;]/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const wrong = own.find((line) => !isOwnNumber(line)) ?? '';
    const why = wrong === '' ? invalid.long : words.say(invalid.own, { value: wrong });
    return refusal(words, await change({ own }), why, '');
  };

  return (
    <div class="fields">
      <SelectField
        id="sync-country"
        setting="numbers.country"
        label={texts.country}
        hint={texts.countryHint}
        savedWord={savedWord}
        value={numbers.country}
        choices={countries}
        save={async (country) => refusal(words, await change({ country }), invalid.long, numbers.country)}
      />
      <TextField
        id="sync-prefix"
        setting="numbers.outsidePrefix"
        label={texts.prefix}
        hint={texts.prefixHint}
        savedWord={savedWord}
        kind="number"
        value={numbers.outsidePrefix}
        save={async (outsidePrefix) =>
          refusal(words, await change({ outsidePrefix }), invalid.prefix, numbers.outsidePrefix)
        }
      />
      <TextField
        id="sync-own"
        setting="numbers.own"
        label={texts.own}
        hint={texts.ownHint}
        savedWord={savedWord}
        kind="lines"
        value={numbers.own.join('\n')}
        save={saveOwn}
      />
    </div>
  );
}
