import { flacHead } from './flac';

type Part = number | readonly number[] | Uint8Array;

const u16 = (n: number) => [(n >> 8) & 0xff, n & 0xff];
const u32 = (n: number) => [(n >>> 24) & 0xff, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff];
const zeros = (n: number) => new Array<number>(n).fill(0);
const matrix = [...u32(0x10000), ...zeros(12), ...u32(0x10000), ...zeros(12), ...u32(0x40000000)];

function box(name: string, ...parts: Part[]): Uint8Array<ArrayBuffer> {
  const bodies = parts.map((part) => (typeof part === 'number' ? [part] : part));
  const size = bodies.reduce((sum, { length }) => sum + length, 8);
  const bytes = new Uint8Array(size);
  bytes.set(u32(size));
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i);
  let at = 8;
  for (const body of bodies) {
    bytes.set(body, at);
    at += body.length;
  }
  return bytes;
}

/** What a MediaSource is given first: one track of FLAC, one channel of 16 bits, in fragments (ISO 14496-12, FLAC in MP4). */
export function mp4Head(blockSize: number, rate: number): Uint8Array<ArrayBuffer> {
  const entry = box(
    'fLaC',
    ...[zeros(6), u16(1), zeros(8), u16(1), u16(16), zeros(4), u16(rate), u16(0)],
    box('dfLa', zeros(4), flacHead(blockSize, rate)),
  );
  const none = zeros(8);
  const samples = box(
    'stbl',
    box('stsd', zeros(4), u32(1), entry),
    box('stts', none),
    box('stsc', none),
    box('stsz', none, zeros(4)),
    box('stco', none),
  );
  const media = box(
    'mdia',
    box('mdhd', zeros(12), u32(rate), u32(0), u16(0x55c4), u16(0)),
    box('hdlr', zeros(8), [0x73, 0x6f, 0x75, 0x6e], zeros(13)),
    box('minf', box('smhd', zeros(8)), box('dinf', box('dref', zeros(4), u32(1), box('url ', u32(1)))), samples),
  );
  const track = box('tkhd', u32(3), zeros(8), u32(1), zeros(8), zeros(12), u16(0x100), u16(0), matrix, zeros(8));
  const movie = box(
    'mvhd',
    zeros(12),
    u32(rate),
    u32(0),
    u32(0x10000),
    u16(0x100),
    zeros(10),
    matrix,
    zeros(24),
    u32(2),
  );
  const brands = [0x69, 0x73, 0x6f, 0x35];
  const whole = [
    box('ftyp', brands, u32(0), brands),
    box('moov', movie, box('trak', track, media), box('mvex', box('trex', zeros(4), u32(1), u32(1), zeros(12)))),
  ];
  return joined(whole);
}

/** One frame at its time; `time` and `count` in samples. */
export function mp4Fragment(frame: Uint8Array, n: number, time: number, count: number): Uint8Array<ArrayBuffer> {
  const moof = (dataAt: number) =>
    box(
      'moof',
      box('mfhd', zeros(4), u32(n + 1)),
      box(
        'traf',
        box('tfhd', u32(0x020000), u32(1)),
        box('tfdt', zeros(4), u32(time)),
        // where the data is, and of each sample its length in time and in bytes
        box('trun', u32(0x000301), u32(1), u32(dataAt), u32(count), u32(frame.length)),
      ),
    );
  return joined([moof(moof(0).length + 8), box('mdat', frame)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
