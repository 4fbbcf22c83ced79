/** A WAV file: 16 bit, 8 kHz, mono, as the UCM writes them (section 4.2). Sample n has the value n, so each place is told from all others. */
export function wavOf(seconds: number, { tag = 1, riff = true, size = true } = {}): Uint8Array<ArrayBuffer> {
  const samples = seconds * 8000;
  const bytes = new Uint8Array(44 + samples * 2);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => {
    for (const [i, letter] of [...text].entries()) bytes[at + i] = letter.charCodeAt(0);
  };
  word(0, riff ? 'RIFF' : 'JUNK');
  view.setUint32(4, size ? bytes.length - 8 : 0xffffffff, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, tag, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 16_000, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, 'data');
  view.setUint32(40, samples * 2, true);
  for (let n = 0; n < samples; n++) view.setInt16(44 + n * 2, n % 32_768, true);
  return bytes;
}
