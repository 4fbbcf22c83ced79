/** What the head of a sound file says. */
export interface SoundHead {
  /** bytes before the file proper, to be left out: Grandstream's own wrapper (section 4.2, GSFF) */
  prefix: number;
  type: string;
  /** how it is named to a person; '' for what browsers play */
  unplayable: string;
  /** bytes of the file, as it says itself; 0 when it does not */
  total: number;
  /** of WAV: where the samples begin, how many bytes of them there are, and how many make a second; 0 = unknown */
  dataAt: number;
  dataSize: number;
  bytesPerSecond: number;
  /** 16 bit, one channel: a waveform can be read from it */
  plain: boolean;
}

/** Of a file that begins like nothing known: it can be downloaded as it is. */
export const unknownHead: SoundHead = { ...other('application/octet-stream'), unplayable: '?' };

/** Bytes within which a head lies; a file may be shorter. */
export const HEAD_BYTES = 4096;

const unplayableTags: Record<number, string> = { 2: 'MS ADPCM', 17: 'IMA ADPCM', 49: 'GSM 6.10 (WAV49)', 64: 'G.721' };

/** Reads the head of a file; undefined when this is no sound that is known. `bytes`: HEAD_BYTES of it, or all. */
export function readSoundHead(bytes: Uint8Array): SoundHead | undefined {
  if (word(bytes, 0) === 'GSFF') {
    const at = find(bytes, 'RIFF', 4);
    const inner = at < 0 ? undefined : readWav(bytes.subarray(at));
    return inner ? { ...inner, prefix: at } : { ...other('audio/wav'), unplayable: 'GSFF' };
  }
  if (word(bytes, 0) === 'RIFF') return readWav(bytes);
  if (word(bytes, 0).startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)) {
    return other('audio/mpeg');
  }
  if (word(bytes, 0) === 'OggS') return other('audio/ogg');
  return undefined;
}

function other(type: string): SoundHead {
  return { prefix: 0, type, unplayable: '', total: 0, dataAt: 0, dataSize: 0, bytesPerSecond: 0, plain: false };
}

function readWav(bytes: Uint8Array): SoundHead | undefined {
  if (bytes.length < 44 || word(bytes, 8) !== 'WAVE') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = other('audio/wav');
  const riff = view.getUint32(4, true);
  // A writer that did not know the length leaves 0 or all ones.
  if (riff > 36 && riff < 0xffff_ff00) head.total = riff + 8;
  let known = false;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = word(bytes, at);
    const size = view.getUint32(at + 4, true);
    if (name === 'fmt ' && at + 24 <= bytes.length) {
      const tag = view.getUint16(at + 8, true);
      known = true;
      head.bytesPerSecond = view.getUint32(at + 16, true);
      head.unplayable = unplayableTags[tag] ?? '';
      head.plain = tag === 1 && view.getUint16(at + 10, true) === 1 && view.getUint16(at + 22, true) === 16;
    }
    if (name === 'data') {
      head.dataAt = at + 8;
      head.dataSize = head.total === 0 ? 0 : size;
      break;
    }
    at += 8 + size + (size % 2);
  }
  return known ? head : undefined;
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function find(bytes: Uint8Array, wanted: string, from: number): number {
  for (let at = from; at + 4 <= bytes.length; at++) if (word(bytes, at) === wanted) return at;
  return -1;
}
