/** Values of a waveform, over the whole length of a recording. */
const PEAKS = 600;

interface Samples {
  /** where the samples begin in the file, and how many bytes of them there are */
  dataAt: number;
  dataSize: number;
}

/** Adds bytes of a file of 16-bit samples to its waveform (0 to 255, PEAKS long or as far as it has come). */
export function addPeaks(peaks: number[], piece: Uint8Array, at: number, { dataAt, dataSize }: Samples): void {
  if (dataSize < 2) return;
  // A sample cut by the edge of a piece is left out: one in some thousands is not seen.
  const first = Math.max(0, dataAt - at);
  for (let i = first + ((at + first - dataAt) % 2); i + 1 < piece.length; i += 2) {
    const sample = (((piece[i] ?? 0) | ((piece[i + 1] ?? 0) << 8)) << 16) >> 16;
    const place = Math.min(PEAKS - 1, Math.floor(((at + i - dataAt) / dataSize) * PEAKS));
    const height = Math.min(255, Math.abs(sample) >> 7);
    while (peaks.length <= place) peaks.push(0);
    if (height > (peaks[place] ?? 0)) peaks[place] = height;
  }
}
