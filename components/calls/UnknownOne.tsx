import type { CallsWords } from './calls-words';
import type { CallsShell } from './shell';
import { UnknownRow } from './UnknownRow';
import { useAsked } from './use-asked';

/** What is to become of the number of one call, where the call is. */
export function UnknownOne({ raw, shell, words }: { raw: string; shell: CallsShell; words: CallsWords }) {
  const asked = useAsked(() => shell.ask('own.unknownOf', { raw }), raw, shell.onChanged);
  const line = asked.answer;
  if (!line) return null;
  return (
    <ul class="unknown-list">
      <UnknownRow line={line} shell={shell} words={words} again={asked.again} />
    </ul>
  );
}
