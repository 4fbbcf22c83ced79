import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RecentLine } from '../../lib/questions/questions';
import { partyWords } from '../call/party-words';
import type { StepView } from './view';

const COUNT = 10;

/** The last calls with whoever has their number: whether numbers are read rightly is seen by who knows the callers. */
export function TenCalls({ view }: { view: StepView }) {
  const { shell, words, state, settings } = view;
  const { ten: texts } = words.options.sync;
  const [lines, setLines] = useState<readonly RecentLine[]>([]);
  // asked anew when calls came, parties were read, or numbers are read otherwise
  const asked = JSON.stringify([state.sync.calls, state.sync.directory.lastRun, state.settings.numbers]);
  useEffect(() => {
    let over = false;
    if (asked !== '')
      shell.ask('own.recent', { limit: COUNT }).then(
        (answer) => {
          if (!over) setLines(answer.lines);
        },
        () => undefined, // what is wrong stands above, with the synchronisation
      );
    return () => {
      over = true;
    };
  }, [shell, asked]);
  const countries = useMemo(() => new Intl.DisplayNames([words.language], { type: 'region' }), [words.language]);
  if (lines.length === 0) return null;
  return (
    <div class="ten-calls">
      <h3>{texts.title}</h3>
      <p class="step-intro">
        {words.say(texts.intro, { country: countries.of(settings.numbers.country) ?? settings.numbers.country })}
      </p>
      <table class="log">
        <thead>
          <tr>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.whose}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, start, number, parties }) => (
            <tr key={key}>
              <td class="log-when">{`${words.times.date(start)} ${words.times.time(start)}`}</td>
              <td class="ten-number">{number === '' ? words.call.hidden : number}</td>
              <td>{number === '' ? '' : parties.length > 0 ? parties.map(partyWords).join(', ') : texts.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
