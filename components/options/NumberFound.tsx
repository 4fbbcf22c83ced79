import type { AboutNumber } from '../../lib/questions/personal';
import { partyWords } from '../call/party-words';
import type { OptionsWords } from './options-words';

/** What is kept about a number, in words. */
export function NumberFound({ about, words }: { about: AboutNumber; words: OptionsWords }) {
  const { about: texts } = words.keeping;
  if (about.kind !== 'outside') return <p class="said said-warn">{texts.kind[about.kind]}</p>;
  const more = [
    about.copies > 0 ? words.say(texts.copies, { count: about.copies }) : '',
    about.notes > 0 ? words.say(texts.notes, { count: about.notes }) : '',
    about.views.length > 0
      ? words.say(texts.views, { count: about.views.length, list: about.views.map(({ name }) => name).join(', ') })
      : '',
  ].filter((part) => part !== '');
  const calls = words.say(about.calls > 0 ? texts.found : texts.nothing, {
    count: about.calls,
    number: about.number,
    from: words.times.date(about.from),
    until: words.times.date(about.until),
  });
  return (
    <div class="said">
      {[calls, ...more].join(' · ')}
      {about.parties.length > 0 && (
        <p>{words.say(texts.cards, { list: about.parties.map((party) => partyWords(party)).join(', ') })}</p>
      )}
    </div>
  );
}
