/** CRC of a FLAC frame's head (8 bits, x^8+x^2+x+1) and of the whole frame (16 bits, x^16+x^15+x^2+1). */
const crc8 = tableOf(8, 0x07);
const crc16 = tableOf(16, 0x8005);

function tableOf(bits: 8 | 16, polynomial: number): Uint16Array {
  const table = new Uint16Array(256);
  const top = 1 << (bits - 1);
  const mask = (1 << bits) - 1;
  for (let byte = 0; byte < 256; byte++) {
    let value = byte << (bits - 8);
    for (let bit = 0; bit < 8; bit++) value = value & top ? (value << 1) ^ polynomial : value << 1;
    table[byte] = value & mask;
  }
  return table;
}

/**
 * Samples of 16 bits, one channel, as a WAV file has them, in a frame of FLAC that does not compress ("verbatim"): so
 * they can be given to a MediaSource, which takes FLAC and no WAV. `n`: number of the frame, all before it having the
 * same length (at most 65,536 samples).
 */
export function flacFrame(samples: Uint8Array, n: number): Uint8Array<ArrayBuffer> {
  const count = samples.length >> 1;
  const number = utf8(n);
  const headSize = 4 + number.length + 2 + 1;
  const frame = new Uint8Array(headSize + 1 + count * 2 + 2);
  // sync, frames of one length; length of this one in 16 bits, rate as in the file's head; one channel, 16 bits
  frame.set([0xff, 0xf8, 0x70, 0x08, ...number, (count - 1) >> 8, (count - 1) & 0xff]);
  let head = 0;
  for (let at = 0; at < headSize - 1; at++) head = crc8[head ^ (frame[at] ?? 0)] ?? 0;
  frame[headSize - 1] = head;
  // a verbatim part without wasted bits
  frame[headSize] = 0x02;
  for (let i = 0, at = headSize + 1; i < count; i++, at += 2) {
    frame[at] = samples[2 * i + 1] ?? 0;
    frame[at + 1] = samples[2 * i] ?? 0;
  }
  let sum = 0;
  for (let at = 0; at < frame.length - 2; at++) {
    sum = ((sum << 8) ^ (crc16[(sum >> 8) ^ (frame[at] ?? 0)] ?? 0)) & 0xffff;
  }
  frame.set([sum >> 8, sum & 0xff], frame.length - 2);
  return frame;
}

/** A number in the manner of UTF-8, which FLAC takes up to 31 bits. */
function utf8(n: number): number[] {
  if (n < 0x80) return [n];
  if (n < 0x800) return [0xc0 | (n >> 6), 0x80 | (n & 0x3f)];
  if (n < 0x10000) return [0xe0 | (n >> 12), 0x80 | ((n >> 6) & 0x3f), 0x80 | (n & 0x3f)];
  return [0xf0 | (n >> 18), 0x80 | ((n >> 12) & 0x3f), 0x80 | ((n >> 6) & 0x3f), 0x80 | (n & 0x3f)];
}

/** What a decoder must know before the first frame (STREAMINFO, the last block of the head). */
export function flacHead(blockSize: number, rate: number): number[] {
  return [
    0x80,
    ...[0, 0, 34],
    ...[blockSize >> 8, blockSize & 0xff, blockSize >> 8, blockSize & 0xff],
    ...[0, 0, 0, 0, 0, 0],
    // 20 bits of rate, 3 of channels less one, 5 of bits less one, 36 of samples (0: not said)
    ...[rate >> 12, (rate >> 4) & 0xff, ((rate & 0x0f) << 4) | 0x00, 0xf0],
    ...[0, 0, 0, 0],
    ...new Array<number>(16).fill(0),
  ];
}
