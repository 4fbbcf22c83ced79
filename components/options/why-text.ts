import type { NumberWhy } from '../../lib/questions/why-number';
import { partyWords } from '../call/party-words';
import type { OptionsWords } from './options-words';
import type { StepView } from './view';

/** Sentences on one number: more are counted. */
const SHOWN = 3;

/** Why a number is whose it is, or nobody's, in a sentence for each field that has it. */
export function whySentences(why: NumberWhy, { words, settings, state }: StepView): string[] {
  const { why: texts, say } = words;
  if (why.nobody && why.nobody !== 'otherwise') {
    const { parties, lastRun } = state.sync.directory;
    const looked = why.nobody === 'nobody' || why.nobody === 'unread';
    if (looked && parties === 0 && lastRun === 0) return [texts.empty];
    return [say(texts[why.nobody], { country: countryName(settings.numbers.country, words) })];
  }
  // the name of the only one stands above already
  const here = why.reasons.length === 1;
  const exact = here ? texts.exactHere : texts.exact;
  const probable = here ? texts.probableHere : texts.probable;
  const sentences = why.reasons.map(({ strength, field, stored, party }) =>
    say(why.nobody ? texts.otherwise : strength === 'exact' ? exact : probable, {
      field: words.field[field] ?? field,
      stored,
      party: partyWords(party),
    }),
  );
  const more = sentences.length - SHOWN;
  return more > 0 ? [...sentences.slice(0, SHOWN), say(texts.more, { count: more })] : sentences;
}

export function countryName(country: string, { language }: OptionsWords): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
