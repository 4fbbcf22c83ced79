import { createSheet, givePicture, margin } from './sheet';

/** px of the page above the bars */
const head = 64;

export interface BarsPicture {
  title: string;
  /** the days it is about */
  period: string;
  /** what the colours mean; none where there is but one */
  legend: readonly { colour: '--chart' | '--chart-part'; text: string }[];
}

/** The drawn bars with what they are about, on the page's own ground: on the page, this stands around the canvas. */
export async function savePicture(
  bars: HTMLCanvasElement,
  { title, period, legend }: BarsPicture,
  give: (file: Blob) => void,
): Promise<void> {
  // the bars have the points of the screen, which are more than its pixels where letters are sharp
  const sharpness = bars.width / Math.max(1, bars.clientWidth);
  const width = bars.clientWidth + 2 * margin;
  const sheet = createSheet(bars, { width, height: head + bars.clientHeight + margin, sharpness }, title);
  if (!sheet) return;
  const { canvas, pen, colour, letters } = sheet;
  pen.font = letters(13);
  let right = width - margin;
  for (const { colour: name, text } of legend.toReversed()) {
    right -= pen.measureText(text).width;
    pen.fillStyle = colour('--ink');
    pen.fillText(text, right, margin + 34);
    pen.fillStyle = colour(name);
    pen.fillRect(right - 17, margin + 29, 11, 11);
    right -= 36;
  }
  pen.fillStyle = colour('--soft');
  pen.fillText(period, margin, margin + 34, Math.max(60, right - margin));
  pen.drawImage(bars, margin, head, bars.clientWidth, bars.clientHeight);
  await givePicture(canvas, give);
}
