import type { Row } from '../story/leg';
import { bytesOf } from '../story/recording';

interface Kept {
  readonly dir: 'monitor' | 'queue' | 'meetme' | 'voicemail/default';
  readonly seconds: number;
  /** UTC epoch seconds from which the file is whole. */
  readonly readyAt: number;
}

/** The PBX's recording files, by base name: the month is no part of it in the new API (section 4.2). */
export interface Recordings {
  keep(rows: readonly Row[]): void;
  /** The file's bytes, undefined when there is none of that name in that folder (or not yet). */
  read(dir: string, name: string, now: number): Buffer | undefined;
  names(dir: string): string[];
  remove(name: string): void;
}

export function createRecordings(delay: number): Recordings {
  const files = new Map<string, Kept>();
  return {
    keep(rows) {
      const queued = new Set(rows.filter((row) => ofQueue(row)).map(({ leg }) => leg.uniqueid));
      // A file named on two legs is one file; the leg of the talk knows it better than a fork's copy.
      const forksLast = [...rows].sort((a, b) => Number(isFork(a)) - Number(isFork(b)));
      for (const row of forksLast) {
        const { leg } = row;
        // No text tells how a message is named: this is one way it might be.
        if (leg.lastapp === 'VoiceMail' && Number(leg.billsec) > 0) {
          const name = `${leg.dstchannel_ext || leg.dst}/msg-${Math.floor(row.startsAt)}.wav`;
          files.set(name, { dir: 'voicemail/default', seconds: Number(leg.billsec), readyAt: row.endsAt + delay });
        }
        const names = leg.recordfiles.split('@').filter((name) => name !== '');
        const lengths = [...leg.recordfiles_desc.matchAll(/duration=(\d+)/g)].map((found) => Number(found[1]));
        const whole = row.recordedSeconds ?? Number(leg.billsec);
        const inQueue = ofQueue(row) || (leg.action_type === 'TRANSFER' && queued.has(leg.uniqueid));
        names.forEach((path, place) => {
          const name = path.slice(path.indexOf('/') + 1);
          const dir = name.startsWith('meetme') ? 'meetme' : inQueue ? 'queue' : 'monitor';
          const seconds = lengths[place] ?? Math.floor(whole / names.length);
          if (!files.has(name)) files.set(name, { dir, seconds, readyAt: row.endsAt + delay });
        });
      }
    },
    read(dir, name, now) {
      const file = files.get(name);
      return file && file.dir === dir && now >= file.readyAt ? tone(file.seconds) : undefined;
    },
    names: (dir) => [...files].filter(([, file]) => file.dir === dir).map(([name]) => name),
    remove: (name) => void files.delete(name),
  };
}

const isFork = ({ leg }: Row) => leg.lastapp === 'ForkCDR';
const ofQueue = ({ leg }: Row) => leg.action_type.startsWith('QUEUE');

const RATE = 8_000;

/**
 * PCM, 16 bit, 8 kHz, mono behind a header of 44 bytes. Every second has another pitch, so that a seek to the wrong
 * place can be heard, and seen in a waveform.
 */
export function tone(seconds: number): Buffer {
  const size = bytesOf(seconds);
  const wav = Buffer.alloc(size);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(size - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(size - 44, 40);
  const blocks = Array.from({ length: Math.min(seconds, PITCHES.length) }, (_, n) => second(PITCHES[n] ?? 440, n));
  for (let n = 0; n < seconds; n++) blocks[n % PITCHES.length]?.copy(wav, 44 + n * RATE * 2);
  return wav;
}

const PITCHES = [262, 294, 330, 349, 392, 440, 494];

function second(pitch: number, n: number): Buffer {
  const block = Buffer.alloc(RATE * 2);
  const loudness = 4_000 + n * 2_500;
  for (let at = 0; at < RATE; at++) {
    const swell = Math.sin((Math.PI * at) / RATE);
    block.writeInt16LE(Math.round(loudness * swell * Math.sin((2 * Math.PI * pitch * at) / RATE)), at * 2);
  }
  return block;
}
