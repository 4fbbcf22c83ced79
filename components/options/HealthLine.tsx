import type { OptionsState } from '../../lib/questions/questions';
import { due } from '../form/due';
import { clockMenu, zoneName } from './clock-words';
import { type Cure, type Health, healthOf } from './health';
import type { OptionsWords } from './options-words';
import type { StepView } from './view';

/** How everything stands in one sentence, with the way to what cures it. */
export function HealthLine({ view }: { view: StepView }) {
  const { words, state, now } = view;
  const health = healthOf(state, now);
  return (
    <p class={`health health-${health.mark}`}>
      <span class="health-mark">{words.health.mark[health.mark]}</span>
      <span>
        {healthText(health, state, words, now)}
        {health.cure && (
          <>
            {' '}
            <a href={`#${health.cure}`}>
              {words.say(words.options.sync.goTo, { title: cureTitle(health.cure, words) })}
            </a>
          </>
        )}
      </span>
    </p>
  );
}

/** `now`: UTC epoch seconds */
export function healthText(health: Health, { sync }: OptionsState, words: OptionsWords, now: number): string {
  const { health: texts, say, times } = words;
  const last = times.ago(sync.lastSuccess, now);
  switch (health.why) {
    case 'good': {
      const next = due(sync.nextRun, now, words.language);
      return say(texts.good, { last, next, count: sync.calls });
    }
    case 'reading':
      return say(texts.reading, { count: sync.calls });
    case 'failing':
    case 'directory':
      return say(texts[health.why], { what: say(words.errors[health.error.code].what, { ...health.error.detail }) });
    case 'old':
      return say(texts.old, { last, what: say(words.errors[health.error.code].what, { ...health.error.detail }) });
    case 'clock':
      return say(health.minutes > 0 ? texts.fast : texts.slow, { count: Math.abs(health.minutes) });
    case 'zone': {
      const { said, calls } = health.zone;
      return say(texts.zone, { said: zoneName(said), calls: zoneName(calls), menu: clockMenu });
    }
    case 'gaps':
    case 'set-aside':
      return say(texts[health.why], { count: health.count });
    default:
      return texts[health.why];
  }
}

function cureTitle(cure: Cure, { options }: OptionsWords): string {
  if (cure === 'step-sync') return options.sync.title;
  return cure === 'step-ucm' ? options.ucm.title : options.dolibarr.title;
}
