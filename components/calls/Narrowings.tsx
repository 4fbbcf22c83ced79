import type { CallsWords } from './calls-words';
import { weekdays } from './day-words';
import { type JournalView, narrowings } from './journal-filter';

interface NarrowingsProps {
  filter: JournalView;
  /** name of the party that is filtered by; '' while it is not known */
  party: string;
  words: CallsWords;
  onChange(part: Partial<JournalView>): void;
}

/** What was chosen, here or by a bar of the statistics: a button each that takes it away. */
export function Narrowings({ filter, party, words, onChange }: NarrowingsProps) {
  return (
    <>
      {narrowings
        .filter((name) => filter[name] !== '')
        .map((name) => {
          const text = inWords(name, filter[name], party, words);
          return (
            <button
              key={name}
              type="button"
              class="narrowing"
              aria-label={words.say(words.calls.widen, { what: text })}
              onClick={(event) => {
                focusBeside(event.currentTarget);
                onChange({ [name]: '' });
              }}
            >
              {text} <span aria-hidden="true">×</span>
            </button>
          );
        })}
    </>
  );
}

/** The button that is pressed goes: who uses the keyboard goes on from the next one, or from the first field. */
function focusBeside(button: HTMLElement): void {
  const all = [...(button.closest('search')?.querySelectorAll<HTMLElement>('.narrowing') ?? [])];
  const at = all.indexOf(button);
  const beside = all[at + 1] ?? all[at - 1] ?? button.closest('search')?.querySelector<HTMLElement>('input');
  beside?.focus();
}

function inWords(name: (typeof narrowings)[number], value: string, party: string, words: CallsWords): string {
  const { statistics, say } = words;
  if (name === 'hour') {
    const hour = Number(value) % 24;
    const day = weekdays(words.language, 'long')[Math.floor(Number(value) / 24)] ?? '';
    return say(statistics.hour, { day, from: String(hour), to: String(hour + 1) });
  }
  if (name === 'card') return party || statistics.by.party;
  if (value === 'none') return statistics.without[name];
  if (name === 'party') return value === 'several' ? statistics.several : party || statistics.by.party;
  return `${statistics.one[name]} ${value}`;
}
