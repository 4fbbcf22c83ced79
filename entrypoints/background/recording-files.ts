import { AppError } from '../../lib/errors';
import type { Log } from '../../lib/log';
import { type Found, idOf } from '../../lib/player/found';
import type { GrowingCopy } from '../../lib/player/growing-copy';
import type { FilePart } from '../../lib/questions/questions';
import { base64, fileName, readPart } from './recording-file';

/** Recordings as files, for whoever downloads or attaches one. */
export interface RecordingFiles {
  /** the file's bytes from `at` on, as many as a message may hold, in base64 */
  part(found: Found, at: number): Promise<FilePart>;
  /** Throws AppError `recording-too-long` above `most` bytes. */
  whole(found: Found, most: number): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
}

interface FileDeps {
  /** the copy of what plays, by its id */
  played(id: string): Promise<GrowingCopy | undefined>;
  copyOf(found: Found): GrowingCopy;
  log: Log;
}

export function createRecordingFiles({ played, copyOf, log }: FileDeps): RecordingFiles {
  const saving = new Map<string, GrowingCopy>();

  /** A piece of a recording's file, from `at` on, and what the file is. */
  async function piece(found: Found, at: number) {
    const id = idOf(found.recording);
    // What plays is closed when another is played, so only a copy of its own is kept for the next part.
    const playing = await played(id);
    const copy = playing ?? saving.get(id) ?? copyOf(found);
    if (!playing) saving.set(id, copy);
    try {
      const total = await copy.total();
      const bytes = await readPart(copy, at);
      const isLast = at + bytes.length >= total;
      if (isLast) saving.delete(id);
      const type = copy.state().head?.type ?? 'audio/wav';
      return { name: fileName(found, type), type, total, bytes, isLast };
    } catch (error) {
      // The next try begins anew, with what was kept.
      saving.delete(id);
      throw error;
    }
  }

  return {
    async part(found, at) {
      const { bytes, isLast, ...file } = await piece(found, at);
      if (isLast) await log.add('downloaded', { recording: found.name });
      return { ...file, size: bytes.length, bytes: base64(bytes) };
    },
    async whole(found, most) {
      let got = await piece(found, 0);
      if (got.total > most) {
        saving.delete(idOf(found.recording));
        throw new AppError('recording-too-long');
      }
      const all = new Uint8Array(got.total);
      for (let at = 0; ; got = await piece(found, at)) {
        all.set(got.bytes, at);
        at += got.bytes.length;
        if (got.isLast || got.bytes.length === 0) return { name: got.name, bytes: all.subarray(0, at) };
      }
    },
  };
}
