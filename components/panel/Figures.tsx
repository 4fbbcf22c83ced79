import type { Figures as FigureValues } from '../../lib/questions/questions';
import type { PanelWords } from './panel-words';

interface FiguresProps {
  figures: FigureValues;
  words: PanelWords;
  /** UTC epoch seconds */
  now: number;
  openShown: boolean;
  onOpen(): void;
  /** shows the calls that a figure counts on the page of all calls; `part`: of the journal's filters */
  onAll(part: Record<string, string>): void;
}

/** Four figures of the calls listed: each leads to its calls on their own page, those that nobody called back for to themselves here. */
export function Figures({ figures, words, now, openShown, onOpen, onAll }: FiguresProps) {
  const { panel, say, count, times } = words;
  const { calls, answered, talk, last, missed, open } = figures;
  const figure = (text: string, part: Record<string, string> | undefined, kind = '') =>
    part ? (
      <button type="button" class={`figure-all ${kind}`} title={panel.onOwnPage} onClick={() => onAll(part)}>
        {text}
      </button>
    ) : (
      <b class={kind}>{text}</b>
    );
  return (
    <dl class="figures">
      <div class="figure">
        <dt>{panel.calls}</dt>
        <dd>
          {figure(count(calls), calls > 0 ? {} : undefined)}
          {calls > 0 && <small>{say(panel.answered, { count: answered })}</small>}
        </dd>
      </div>
      <div class="figure">
        <dt>{panel.talk}</dt>
        <dd>{talk > 0 ? figure(times.length(talk), { talk: '1-' }) : figure('–', undefined)}</dd>
      </div>
      <div class="figure">
        <dt>{panel.last}</dt>
        <dd>
          {last > 0 ? figure(times.day(last, now), {}, 'figure-day') : figure('–', undefined)}
          {last > 0 && <small>{times.time(last)}</small>}
        </dd>
      </div>
      <div class={open > 0 ? 'figure figure-open' : 'figure'}>
        <dt>{panel.missed}</dt>
        <dd>
          {figure(count(missed), missed > 0 ? { outcome: 'nobody' } : undefined)}
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
