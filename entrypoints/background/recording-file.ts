import type { Found } from '../../lib/player/found';
import type { GrowingCopy } from '../../lib/player/growing-copy';

/** The same in every browser: `2026-11-23T0912Z 0639981234 k3x9a-1.wav`, the time being UTC. */
export function fileName({ recording, number, startedAt, name }: Found, type: string): string {
  const start = new Date(startedAt * 1000).toISOString();
  const who = number.replace(/[^+\dA-Za-z]/g, '') || 'hidden';
  const key = recording.call.replace(/^\d+-/, '');
  return `${start.slice(0, 13)}${start.slice(14, 16)}Z ${who} ${key}-${recording.n + 1}.${endings[type] ?? ending(name)}`;
}

const endings: Record<string, string> = { 'audio/wav': 'wav', 'audio/mpeg': 'mp3', 'audio/ogg': 'ogg' };

/** What it is nobody knows: it keeps the ending that the UCM gave it. */
function ending(name: string): string {
  return /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? 'bin';
}

/** Bytes of a message: with a third more for base64 well below the megabyte that one may hold. */
const partSize = 640 * 1024;

/** Bytes of a copy for one message, waiting for them to come; fewer at the end. */
export async function readPart(copy: GrowingCopy, from: number): Promise<Uint8Array> {
  const all = new Uint8Array(partSize);
  let size = 0;
  while (size < partSize) {
    const piece = await copy.read(from + size);
    if (!piece) break;
    const fits = piece.subarray(0, partSize - size);
    all.set(fits, size);
    size += fits.length;
  }
  return all.subarray(0, size);
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** The whole copy, which has come by then. */
export async function blobOf(copy: GrowingCopy): Promise<Blob> {
  const parts: BlobPart[] = [];
  for (let at = 0, part = await copy.read(0); part; part = await copy.read(at)) {
    parts.push(new Uint8Array(part));
    at += part.length;
  }
  return new Blob(parts, { type: copy.state().head?.type ?? 'audio/wav' });
}
