import { DESKS } from './house';
import { createRandom } from './random';
import type { Zone } from './zone';

/** What a PBX counts and knows while it writes rows: the zone of its clock, its channels, its desks. */
export interface Pbx {
  readonly zone: Zone;
  /** `<UTC epoch>.<seq>`, a new one per caller channel. */
  uniqueid(epoch: number): string;
  /** `<UTC epoch><microseconds without zero padding>-<src>` (section 3.3, field session). */
  session(epoch: number, src: string): string;
  /** `PJSIP/203-000004eb`. */
  channel(peer: string): string;
  /** Running number of a phone with the wave numbering, as text. */
  waveNumber(): string;
  /** True for every second call: some things vary from call to call without a reason one could see. */
  odd(): boolean;
  random(): number;
}

export function createPbx(zone: Zone, seed = 1): Pbx {
  const random = createRandom(seed);
  let sequence = 2_640;
  let channels = 0x4e0;
  let wave = 700;
  let calls = 0;
  return {
    zone,
    random,
    uniqueid(epoch) {
      sequence += 1 + Math.floor(random() * 3);
      return `${epoch}.${sequence}`;
    },
    session(epoch, src) {
      // One in ten has few microseconds, and then fewer digits: nothing pads them.
      const micro = Math.floor(random() * (random() < 0.1 ? 99_999 : 999_999));
      return `${epoch}${micro}-${src}`;
    },
    channel(peer) {
      channels += 1;
      return peer === 'DAHDI' ? 'DAHDI/1-1' : `PJSIP/${peer}-${channels.toString(16).padStart(8, '0')}`;
    },
    waveNumber: () => String(++wave),
    odd: () => (calls++ & 1) === 1,
  };
}

/** How the extension calls itself on internal rows: `203 Claire Morel`. */
export function deskName(extension: string): string {
  const desk = DESKS.find((known) => known.extension === extension);
  return desk ? `${extension} ${desk.name}` : extension;
}

/** Telephone model at that extension, '' when the PBX does not know it. */
export function deskDevice(extension: string): string {
  return DESKS.find((desk) => desk.extension === extension)?.device ?? '';
}

/** What Dial was told, inner addresses and all; the PBX cuts it at 255 characters. */
export function dialData(extensions: readonly string[]): string {
  const targets = extensions.map((extension) => {
    const address = DESKS.find((desk) => desk.extension === extension)?.address ?? '192.168.80.99:5060';
    return `PJSIP/${extension}/sip:${extension}@${address}`;
  });
  return `${targets.join('&')},40,ztTkKxXb(callee-handler^s^1)`.slice(0, 255);
}
