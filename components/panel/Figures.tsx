import type { Figures as FigureValues } from '../../lib/questions/questions';
import type { PanelWords } from './panel-words';

interface FiguresProps {
  figures: FigureValues;
  words: PanelWords;
  /** UTC epoch seconds */
  now: number;
  openShown: boolean;
  onOpen(): void;
}

/** Four figures of the calls listed; those that nobody called back for lead to themselves. */
export function Figures({ figures, words, now, openShown, onOpen }: FiguresProps) {
  const { panel, say, count, times } = words;
  const { calls, answered, talk, last, missed, open } = figures;
  return (
    <dl class="figures">
      <div class="figure">
        <dt>{panel.calls}</dt>
        <dd>
          <b>{count(calls)}</b>
          {calls > 0 && <small>{say(panel.answered, { count: answered })}</small>}
        </dd>
      </div>
      <div class="figure">
        <dt>{panel.talk}</dt>
        <dd>
          <b>{talk > 0 ? times.length(talk) : '–'}</b>
        </dd>
      </div>
      <div class="figure">
        <dt>{panel.last}</dt>
        <dd>
          <b class="figure-day">{last > 0 ? times.day(last, now) : '–'}</b>
          {last > 0 && <small>{times.time(last)}</small>}
        </dd>
      </div>
      <div class={open > 0 ? 'figure figure-open' : 'figure'}>
        <dt>{panel.missed}</dt>
        <dd>
          <b>{count(missed)}</b>
          {(open > 0 || openShown) && (
            <button
              type="button"
              class="figure-button"
              aria-pressed={openShown}
              title={openShown ? panel.showAll : panel.showOpen}
              onClick={onOpen}
            >
              {say(panel.open, { count: open })}
            </button>
          )}
          {missed > 0 && open === 0 && !openShown && <small>{panel.noneOpen}</small>}
        </dd>
      </div>
    </dl>
  );
}
