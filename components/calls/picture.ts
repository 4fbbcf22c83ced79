/** px of the page beside the bars, and above them */
const margin = 20;
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
  const style = getComputedStyle(bars);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const letters = (size: number, weight = 400): string => `${weight} ${size}px ${style.fontFamily}`;
  // the bars have the points of the screen, which are more than its pixels where letters are sharp
  const sharpness = bars.width / Math.max(1, bars.clientWidth);
  const width = bars.clientWidth + 2 * margin;
  const height = head + bars.clientHeight + margin;
  const copy = document.createElement('canvas');
  copy.width = width * sharpness;
  copy.height = height * sharpness;
  const pen = copy.getContext('2d');
  if (!pen) return;
  pen.scale(sharpness, sharpness);
  pen.fillStyle = colour('--paper');
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'middle';
  pen.fillStyle = colour('--ink');
  pen.font = letters(16, 600);
  pen.fillText(title, margin, margin + 10, width - 2 * margin);
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
  await givePicture(copy, give);
}

/** What was drawn, ground and all, as a PNG. */
export async function givePicture(canvas: HTMLCanvasElement, give: (file: Blob) => void): Promise<void> {
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file) give(file);
}
