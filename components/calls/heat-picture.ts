import { weekdays } from './day-words';
import { createSheet, margin } from './sheet';

/** Sizes in pixels of the page; the picture has twice as many, so that it stays sharp on paper. */
const cellWidth = 46;
const cellHeight = 34;
const side = 64;
const head = 78;
const sharpness = 2;

export interface HeatPicture {
  /** calls by hour of the week, Monday 0 h first */
  heat: readonly number[];
  /** hours shown, in order */
  hours: readonly number[];
  title: string;
  /** the days it is about */
  period: string;
  language: string;
  count(calls: number): string;
}

/**
 * Draws the table of hours and weekdays. Its colours are read from the table's own cells, so that they are those of the
 * screen, in the light and in the dark. Undefined where nothing can be drawn.
 */
export function drawHeat(table: HTMLElement, told: HeatPicture): HTMLCanvasElement | undefined {
  const { heat, hours, title, period, language, count } = told;
  const width = margin * 2 + side + hours.length * cellWidth;
  const height = margin + head + 7 * cellHeight + margin;
  const sheet = createSheet(table, { width, height, sharpness }, title);
  if (!sheet) return undefined;
  const { canvas, pen, colour, letters } = sheet;
  pen.fillStyle = colour('--soft');
  pen.font = letters(13);
  pen.fillText(period, margin, margin + 34, width - 2 * margin);
  weekdays(language).forEach((name, weekday) => {
    pen.fillText(name, margin, margin + head + (weekday + 0.5) * cellHeight, side - 6);
  });

  pen.textAlign = 'center';
  hours.forEach((hour, column) => {
    const left = margin + side + column * cellWidth;
    pen.fillStyle = colour('--soft');
    pen.fillText(String(hour), left + cellWidth / 2, margin + head - 12);
    for (let weekday = 0; weekday < 7; weekday++) {
      const cell = weekday * 24 + hour;
      const calls = heat[cell] ?? 0;
      const top = margin + head + weekday * cellHeight;
      pen.fillStyle = groundOf(table, cell) || colour('--ground');
      pen.fillRect(left, top, cellWidth - 1, cellHeight - 1);
      if (calls === 0) continue;
      pen.fillStyle = colour('--ink');
      pen.fillText(count(calls), left + cellWidth / 2, top + cellHeight / 2, cellWidth - 6);
    }
  });
  return canvas;
}

/** As the browser mixed it; '' where the cell is not shown. */
function groundOf(table: HTMLElement, cell: number): string {
  const shown = table.querySelector(`td[data-hour="${cell}"]`);
  return shown ? getComputedStyle(shown).backgroundColor : '';
}
