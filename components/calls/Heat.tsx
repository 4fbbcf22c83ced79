import { useRef, useState } from 'preact/hooks';
import { saveFile } from '../form/save-file';
import type { CallsWords } from './calls-words';
import { daysInWords, weekdays } from './day-words';
import { drawHeat } from './heat-picture';
import type { JournalView } from './journal-filter';
import { journalAddress } from './route';
import { givePicture } from './sheet';
import type { DayStretch } from './statistics-view';

interface HeatProps {
  /** calls by hour of the week, Monday 0 h first */
  heat: readonly number[];
  /** its days */
  period: DayStretch;
  stretch: Partial<JournalView>;
  words: CallsWords;
}

/** Weekdays by hours: when the telephone rings. The arrows go from cell to cell. */
export function Heat({ heat, period, stretch, words }: HeatProps) {
  const { statistics, count } = words;
  const most = Math.max(1, ...heat);
  const cells = heat.flatMap((calls, cell) => (calls > 0 ? [cell] : []));
  const [active, setActive] = useState<number>();
  const current = active !== undefined && cells.includes(active) ? active : cells[0];
  const names = weekdays(words.language);
  const table = useRef<HTMLTableElement>(null);
  // nights without calls are left out
  const first = Math.min(8, ...cells.map((cell) => cell % 24));
  const last = Math.max(18, ...cells.map((cell) => cell % 24));
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 }[event.key];
    if (step === undefined || current === undefined || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    // cells without calls are passed over
    for (let next = current + step; next >= 0 && next < heat.length; next += step) {
      if ((heat[next] ?? 0) === 0) continue;
      setActive(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
      return;
    }
  };
  const save = (): void => {
    const picture =
      table.current &&
      drawHeat(table.current, {
        heat,
        hours,
        title: statistics.heat,
        period: daysInWords(period, words),
        language: words.language,
        count,
      });
    if (!picture) return;
    const name = `${statistics.file}-${statistics.hours}-${period.first}-${period.last}.png`;
    void givePicture(picture, (file) => saveFile(file, name));
  };
  return (
    <>
      <div class="box-title">
        <h2 id="heat">{statistics.heat}</h2>
        <button type="button" class="button" aria-label={`${statistics.save} – ${statistics.heat}`} onClick={save}>
          {statistics.save}
        </button>
      </div>
      <div class="wide-table">
        <table ref={table} class="heat" onKeyDown={onKeyDown}>
          <caption class="unseen">{statistics.heat}</caption>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, weekday) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {hours.map((hour) => {
                  const cell = weekday * 24 + hour;
                  const calls = heat[cell] ?? 0;
                  return (
                    <td key={hour} data-hour={cell} style={{ '--share': `${Math.round((calls / most) * 36)}%` }}>
                      {calls > 0 && (
                        <a
                          href={journalAddress({ ...stretch, hour: String(cell) })}
                          data-cell={cell}
                          tabIndex={cell === current ? 0 : -1}
                          onFocus={() => setActive(cell)}
                        >
                          {count(calls)}
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
