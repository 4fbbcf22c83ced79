import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Answered } from '../../lib/questions/questions';
import { partyWords } from '../call/party-words';
import type { StepView } from './view';
import { countryName, whySentences } from './why-text';

type TenCall = Answered<'options.tenCalls'>['lines'][number];

/**
 * The last calls with whoever has their number, and why: whether numbers are read rightly is seen by who knows the callers.
 */
export function TenCalls({ view }: { view: StepView }) {
  const { shell, words, state, settings } = view;
  const { ten: texts } = words.options.sync;
  const [lines, setLines] = useState<readonly TenCall[]>([]);
  // asked anew when calls came, parties were read, or numbers are read otherwise
  const asked = JSON.stringify([state.sync.calls, state.sync.directory.lastRun, state.settings.numbers]);
  useEffect(() => {
    let over = false;
    if (asked !== '')
      shell.ask('options.tenCalls', undefined).then(
        (answer) => {
          if (!over) setLines(answer.lines);
        },
        () => undefined, // what is wrong stands above, with the synchronisation
      );
    return () => {
      over = true;
    };
  }, [shell, asked]);
  const { country } = settings.numbers;
  const named = useMemo(() => countryName(country, words), [country, words]);
  if (lines.length === 0) return null;
  return (
    <div class="ten-calls">
      <h3>{texts.title}</h3>
      <p class="step-intro">{words.say(texts.intro, { country: named })}</p>
      <table class="log">
        <thead>
          <tr>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.whose}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, start, number, parties, card, why }) => (
            <tr key={key}>
              <td class="log-when">{`${words.times.date(start)} ${words.times.time(start)}`}</td>
              <td class="ten-number">{number === '' ? words.call.hidden : number}</td>
              <td>
                <Whose parties={parties} card={card} nobody={texts.nobody} />
                {whySentences(why, view).map((sentence) => (
                  <span key={sentence} class="ten-why">
                    {sentence}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of several the first leads to its card: that is where the calls are looked at from now on. */
function Whose({ parties: [first, ...others], card, nobody }: Pick<TenCall, 'parties' | 'card'> & { nobody: string }) {
  if (!first) return <>{nobody}</>;
  const more = others.map((party) => `, ${partyWords(party)}`).join('');
  if (card === '') return <>{partyWords(first) + more}</>;
  return (
    <>
      <a href={card} target="_blank" rel="noreferrer">
        {partyWords(first)}
      </a>
      {more}
    </>
  );
}
