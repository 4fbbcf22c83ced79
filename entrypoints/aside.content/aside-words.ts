import { createTimes, type Times } from '../../components/call/times';
import type { AsideTexts } from '../../lib/text/text-files';
import { fill, type Plural, type Values } from '../../lib/text/texts';
import { localeIn } from '../panel.content/locale';

export interface AsideWords extends Pick<AsideTexts, 'language' | 'aside' | 'call'> {
  times: Times;
  say(text: string | Plural, values?: Values): string;
}

/** Few words, so that this script stays small. */
export function asideWords({ language, aside, call, common }: AsideTexts, pageLanguage: string): AsideWords {
  return {
    language,
    aside,
    call,
    times: createTimes(language, localeIn(language, pageLanguage), common.justNow),
    say: (text, values) => fill(text, values, language),
  };
}
