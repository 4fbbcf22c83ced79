import { useState } from 'preact/hooks';
import type { CallsWords } from './calls-words';
import type { JournalView } from './journal-filter';
import { journalAddress } from './route';

interface HeatProps {
  /** calls by hour of the week, Monday 0 h first */
  heat: readonly number[];
  stretch: Partial<JournalView>;
  words: CallsWords;
}

/** Weekdays by hours: when the telephone rings. The arrows go from cell to cell. */
export function Heat({ heat, stretch, words }: HeatProps) {
  const { statistics, count } = words;
  const most = Math.max(1, ...heat);
  const cells = heat.flatMap((calls, cell) => (calls > 0 ? [cell] : []));
  const [active, setActive] = useState<number>();
  const current = active !== undefined && cells.includes(active) ? active : cells[0];
  const names = weekdays(words.language);
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
  return (
    <div class="wide-table">
      <table class="heat" onKeyDown={onKeyDown}>
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
                  <td key={hour} style={{ '--share': `${Math.round((calls / most) * 36)}%` }}>
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
  );
}

/** Monday first. */
export function weekdays(language: string, style: 'short' | 'long' = 'short'): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
  // 5 January 1970 was a Monday
  return Array.from({ length: 7 }, (_, i) => format.format((4 + i) * 86_400_000));
}
