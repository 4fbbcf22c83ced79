import type { CardCalls } from '../../lib/questions/questions';
import { Icon } from '../call/Icon';
import { maySync } from '../form/may-sync';
import type { PanelWords } from './panel-words';

interface TitleRowProps {
  words: PanelWords;
  answer: CardCalls | undefined;
  filtered: boolean;
  /** UTC epoch seconds */
  now: number;
  onSync(): void;
  onOptions(): void;
}

/** Title and count as Dolibarr's lists have them; at the right how fresh it is, and two buttons. */
export function TitleRow({ words, answer, filtered, now, onSync, onOptions }: TitleRowProps) {
  const { panel, common, say, count, times } = words;
  const sync = answer?.state.sync;
  const running = sync?.phase === 'running';
  const shown = answer && count(answer.figures.calls);
  const amount = answer && filtered ? say(panel.countOf, { count: shown, all: count(answer.all) }) : shown;
  return (
    <header class="title-row">
      <h2 class="title">
        <Icon name="phone" />
        {panel.title}
        {answer && answer.all > 0 && <span class="title-count"> ({amount})</span>}
      </h2>
      {sync && sync.phase !== 'not-set-up' && (
        <span class="synced" title={sync.lastSuccess > 0 ? exact(sync.lastSuccess, words) : undefined}>
          {running
            ? panel.syncing
            : sync.lastSuccess > 0
              ? say(panel.synced, { ago: times.ago(sync.lastSuccess, now) })
              : panel.neverSynced}
        </span>
      )}
      {sync && maySync(sync) && (
        <button
          type="button"
          class={running ? 'icon-button turning' : 'icon-button'}
          title={running ? panel.syncing : common.sync}
          aria-label={common.sync}
          aria-disabled={running || undefined}
          onClick={() => {
            if (!running) onSync();
          }}
        >
          <Icon name="sync" />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        title={common.options}
        aria-label={common.options}
        onClick={() => onOptions()}
      >
        <Icon name="options" />
      </button>
    </header>
  );
}

function exact(seconds: number, { times }: PanelWords): string {
  return `${times.date(seconds)} ${times.time(seconds)}`;
}
