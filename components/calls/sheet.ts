/** px of the page around what is drawn */
export const margin = 20;

/** A picture that is drawn: its pen, and the colours and letters of the page. */
export interface Sheet {
  canvas: HTMLCanvasElement;
  pen: CanvasRenderingContext2D;
  /** of a variable of the style sheet: `--ink` */
  colour(name: string): string;
  letters(size: number, weight?: number): string;
}

interface SheetSize {
  /** px of the page; the picture has `sharpness` times as many */
  width: number;
  height: number;
  sharpness: number;
}

/**
 * A sheet on the page's own ground with its title at the top, in the colours that `like` has on the screen, light or dark.
 * Undefined where nothing can be drawn.
 */
export function createSheet(
  like: HTMLElement,
  { width, height, sharpness }: SheetSize,
  title: string,
): Sheet | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const style = getComputedStyle(like);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const letters = (size: number, weight = 400): string => `${weight} ${size}px ${style.fontFamily}`;
  pen.scale(sharpness, sharpness);
  pen.fillStyle = colour('--paper');
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'middle';
  pen.fillStyle = colour('--ink');
  pen.font = letters(16, 600);
  pen.fillText(title, margin, margin + 10, width - 2 * margin);
  return { canvas, pen, colour, letters };
}

/** What was drawn, ground and all, as a PNG. */
export async function givePicture(canvas: HTMLCanvasElement, give: (file: Blob) => void): Promise<void> {
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file) give(file);
}
