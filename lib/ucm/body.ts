import { AppError } from '../errors';
import type { HandsAnswer } from '../hands/hands';

const decoder = new TextDecoder();

/**
 * The JSON of an answer. Bytes that are no UTF-8 become U+FFFD; control characters inside strings, which some
 * firmwares let through, become spaces (section 8). `host` is host:port.
 * Throws `ucm-no-permission` for the web server's 403 page (this computer's address is not permitted) and
 * `ucm-answer`, with a short reason, for everything else that is no JSON.
 */
export function readJson(answer: HandsAnswer, host: string): unknown {
  const text = decoder.decode(answer.bytes);
  try {
    return JSON.parse(text);
  } catch (first) {
    const start = text.trimStart();
    if (start === '') throw notUcm(answer, host, 'empty answer');
    if (start.startsWith('<')) throw notUcm(answer, host, 'HTML');
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      return JSON.parse(text.replace(/[\u0000-\u001f]/g, ' '));
    } catch {
      throw notUcm(answer, host, 'no JSON', first);
    }
  }
}

/** Whether a body that should be a file is JSON, and so an error (section 4.2, response checks). */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
}

/** The bytes of an answer that is a file. Throws when they are a page or nothing. */
export function fileOf(answer: HandsAnswer, host: string): Uint8Array {
  const first = answer.bytes.find((byte) => byte > 0x20);
  if (first === undefined) throw notUcm(answer, host, 'empty answer');
  if (first === 0x3c || answer.status >= 400) throw notUcm(answer, host, 'HTML');
  return answer.bytes;
}

function notUcm(answer: HandsAnswer, host: string, found: string, cause?: unknown): AppError {
  if (answer.status === 403) return new AppError('ucm-no-permission', { host, reason: 'HTTP 403' }, cause);
  const reason = answer.status >= 400 ? `HTTP ${answer.status}` : found;
  return new AppError('ucm-answer', { host, reason }, cause);
}
