import type { CallsWords } from './calls-words';
import { weekdays } from './Heat';
import { type JournalView, narrowings } from './journal-filter';

interface NarrowingsProps {
  filter: JournalView;
  /** name of the party that is filtered by; '' while it is not known */
  party: string;
  words: CallsWords;
  onChange(part: Partial<JournalView>): void;
}

/** What the statistics led to, a button each that takes it away. */
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
              onClick={() => onChange({ [name]: '' })}
            >
              {text} <span aria-hidden="true">×</span>
            </button>
          );
        })}
    </>
  );
}

function inWords(name: (typeof narrowings)[number], value: string, party: string, words: CallsWords): string {
  const { statistics, say } = words;
  if (name === 'hour') {
    const hour = Number(value) % 24;
    const day = weekdays(words.language, 'long')[Math.floor(Number(value) / 24)] ?? '';
    return say(statistics.hour, { day, from: String(hour), to: String(hour + 1) });
  }
  if (value === 'none') return statistics.without[name];
  if (name === 'party') return value === 'several' ? statistics.several : party || statistics.by.party;
  return `${statistics.one[name]} ${value}`;
}
