/** The drawn bars as a PNG on the page's own ground, which the canvas leaves out. */
export async function savePicture(canvas: HTMLCanvasElement, give: (file: Blob) => void): Promise<void> {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const pen = copy.getContext('2d');
  if (!pen) return;
  pen.fillStyle = getComputedStyle(canvas).getPropertyValue('--paper').trim();
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(canvas, 0, 0);
  await givePicture(copy, give);
}

/** What was drawn, ground and all, as a PNG. */
export async function givePicture(canvas: HTMLCanvasElement, give: (file: Blob) => void): Promise<void> {
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file) give(file);
}
