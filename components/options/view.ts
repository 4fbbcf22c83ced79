import type { ErrorShape } from '../../lib/errors';
import type { OptionsState } from '../../lib/questions/questions';
import type { Settings } from '../../lib/settings/settings';
import type { OptionsStore } from './create-options-store';
import type { OptionsWords } from './options-words';
import { settingName } from './setting-names';
import type { OptionsShell } from './shell';

/** What every step is drawn from. */
export interface StepView {
  store: OptionsStore;
  shell: OptionsShell;
  words: OptionsWords;
  state: OptionsState;
  settings: Settings;
  /** UTC epoch seconds */
  now: number;
}

/** Why a value was not saved, in words: the field's own reason, or what the background says. */
export function refusal(words: OptionsWords, error: ErrorShape | undefined, own: string, old: string) {
  if (!error) return undefined;
  const kept = old === '' ? '' : ` ${words.say(words.options.oldKept, { value: old })}`;
  if (error.code === 'invalid-setting') return own + kept;
  const subject = settingName(words, error.detail.subject);
  return `${words.say(words.errors[error.code].what, { ...error.detail, subject })}${kept}`;
}
