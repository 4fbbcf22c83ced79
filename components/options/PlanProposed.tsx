import { useEffect, useState } from 'preact/hooks';
import type { PlanProposal } from '../../lib/calls/propose-plan';
import { Icon } from '../call/Icon';
import { useLock } from '../form/lock';
import type { StepView } from './view';

/** The calls themselves say that another country or prefix reads them better: said, and taken over by a press. */
export function PlanProposed({ view }: { view: StepView }) {
  const { store, shell, words, state, settings } = view;
  const { plan: texts } = words.options.sync;
  const [found, setFound] = useState<PlanProposal>();
  const locked = [useLock('numbers.country'), useLock('numbers.outsidePrefix')].some((lock) => lock !== '');
  // asked anew when calls came, or numbers are read otherwise
  const asked = JSON.stringify([state.sync.calls, state.settings.numbers]);
  useEffect(() => {
    let over = false;
    // the browser's languages may tell of a country that no number names: fr-BE
    const regions = shell.languages.map((language) => new Intl.Locale(language).region);
    const countries = regions.filter((region) => region !== undefined);
    if (asked !== '')
      shell.ask('options.plan', { countries }).then(
        (answer) => {
          if (!over) setFound(answer);
        },
        () => undefined, // no proposal; the calls below are shown all the same
      );
    return () => {
      over = true;
    };
  }, [shell, asked]);
  const better = found?.better;
  if (!better || !found) return null;
  const country = new Intl.DisplayNames([words.language], { type: 'region' }).of(better.country) ?? better.country;
  const take = () =>
    store.change((now) => ({
      ...now,
      numbers: { ...now.numbers, country: better.country, outsidePrefix: better.outsidePrefix },
    }));
  const prefix =
    better.outsidePrefix === '' ? texts.noPrefix : words.say(texts.prefix, { prefix: better.outsidePrefix });
  const isSame = better.country === settings.numbers.country;
  return (
    <div class="notice" role="status">
      <Icon name="info" />
      <span class="notice-text">
        {words.say(texts.better, {
          settings: isSame ? prefix : `${country}, ${prefix}`,
          count: better.read,
          read: found.read,
          of: found.of,
        })}
      </span>
      {!locked && (
        <button type="button" class="button" onClick={() => void take()}>
          {texts.take}
        </button>
      )}
    </div>
  );
}
