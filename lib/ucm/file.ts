import type { HandsAnswer, HandsStream } from '../hands/hands';
import { fileOf, looksLikeJson } from './body';

/** A file of the UCM on its way. */
export interface UcmFile {
  /** bytes, as the UCM says; 0 when it does not */
  length: number;
  /** the next piece, undefined at the end. Throws AppError when it breaks off. */
  next(): Promise<Uint8Array | undefined>;
  cancel(): void;
}

/** An error is a short text; what goes on for longer is none, whatever it begins with. */
const longestError = 64 * 1024;

/**
 * recapi answers a failure with HTTP 200 and JSON in the place of the file (section 4.2): its first bytes tell. Gives the
 * error's answer whole. Throws AppError for a page in place of both.
 */
export async function fileOrError(
  stream: HandsStream,
  host: string,
): Promise<{ file: UcmFile; error?: never } | { file?: never; error: HandsAnswer }> {
  const { status, contentType, length } = stream;
  let first: Uint8Array | undefined;
  do first = await stream.next();
  while (first?.length === 0);
  if (first && looksLikeJson(first)) {
    return { error: { status, contentType, bytes: await readShort(stream, first) } };
  }
  try {
    fileOf({ status, contentType, bytes: first ?? new Uint8Array() }, host);
  } catch (error) {
    stream.cancel();
    throw error;
  }
  let ahead: Uint8Array | undefined = first;
  return {
    file: {
      length,
      async next() {
        const piece = ahead ?? (await stream.next());
        ahead = undefined;
        return piece;
      },
      cancel: stream.cancel,
    },
  };
}

async function readShort(stream: HandsStream, first: Uint8Array): Promise<Uint8Array> {
  const pieces = [first];
  let size = first.length;
  for (let piece = await stream.next(); piece; piece = await stream.next()) {
    pieces.push(piece);
    size += piece.length;
    if (size > longestError) {
      stream.cancel();
      break;
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
