import { useEffect, useRef } from 'preact/hooks';
import { fold } from '../../lib/calls/filter';
import type { Choice } from '../../lib/questions/journal';
import type { GroupBy } from '../../lib/questions/statistics';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { CallsWords } from './calls-words';
import { nameOf } from './Groups';
import type { CallsShell } from './shell';
import { useAsked } from './use-asked';

/** Values listed: who looks for another one types. */
const MOST = 100;

/** What was answered last, and to which text. */
export interface Found {
  text: string | undefined;
  choices: readonly Choice[];
  count: number;
}
export const nothingYet: Found = { text: undefined, choices: [], count: 0 };

interface ChoicesProps {
  by: GroupBy;
  shell: Pick<CallsShell, 'ask' | 'onChanged'>;
  words: CallsWords;
  id: string;
  text: string;
  found: Found;
  active: number;
  onFound(found: Found): void;
  onChoose(choice: Choice): void;
}

/** The values that are found, most calls first, and how many there are. */
export function Choices({ by, id, text, found, active, shell, words, onFound, onChoose }: ChoicesProps) {
  const { count } = words;
  const asked = useAsked(() => shell.ask('own.choices', { by, text, limit: MOST }), text, shell.onChanged);
  const list = useRef<HTMLUListElement>(null);
  const { answer } = asked;
  useEffect(() => {
    if (answer) onFound({ text, ...meant(answer.choices, answer.count, text, by, words) });
  }, [answer]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { choices } = found;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press on it leaves the focus in the field
    <div class="choices" onMouseDown={(event) => event.preventDefault()}>
      {asked.error && <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again }} />}
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list of options is what the pattern asks for */}
      <ul ref={list} id={id} role="listbox" aria-label={labelOf(by, words)}>
        {choices.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are the field's
          <li
            key={choice.value}
            id={`${id}-${i}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
            role="option"
            aria-selected={i === active}
            onClick={() => onChoose(choice)}
          >
            <span>{nameOf(choice, by, words)}</span> <span class="choice-calls">{count(choice.calls)}</span>
          </li>
        ))}
      </ul>
      <p class="quiet" role="status">
        {found.text === undefined ? '…' : inWords(found, words)}
      </p>
    </div>
  );
}

/** What is chosen; beside it stands a list of whether there is a thirdparty at all. */
export function labelOf(by: GroupBy, { calls, statistics }: CallsWords): string {
  return by === 'party' ? calls.whichParty : statistics.by[by];
}

function inWords({ choices, count: all }: Found, { calls, say, count }: CallsWords): string {
  if (choices.length === 0) return calls.noChoice;
  const values = { count: choices.length, all: count(all) };
  return say(all > choices.length ? calls.choicesMore : calls.choices, values);
}

/** Without those named by a word of the page that is not meant. */
function meant(all: readonly Choice[], count: number, text: string, by: GroupBy, words: CallsWords) {
  const wanted = fold(text.trim());
  const choices = all.filter(
    (choice) => (choice.value !== '' && choice.value !== 'several') || fold(nameOf(choice, by, words)).includes(wanted),
  );
  return { choices, count: count - (all.length - choices.length) };
}
