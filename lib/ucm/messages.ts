import { AppError } from '../errors';
import type { UcmAsk } from './session';

/** The folder of the mailboxes, which the old API alone has (section 4.2). */
export const MESSAGES = 'voicemail/default';

/** bytes: an office's mailboxes hold some hundred files of some hundred bytes a line */
const longest = 2_000_000;
const isName = /^[\w .#+@-]+(?:\/[\w .#+@-]+)*\.(?:wav|gsm|mp3|ogg)$/i;

/**
 * The messages in all mailboxes, as `voicemail/default/<name>`: what `recapi` lists of that folder as CSV, of which the
 * column of the name is the one that looks like a file's. None where the UCM has no such folder or lets nobody see it.
 * Throws what a session throws.
 */
export async function readMessages(ucm: Pick<UcmAsk, 'askFile'>, signal?: AbortSignal): Promise<string[]> {
  try {
    const text = await textOf(await ucm.askFile('recapi', { filedir: MESSAGES }, { signal }));
    const cells = text.split(/[\r\n]+/).flatMap((line) => line.split(/[,;\t]/));
    const names = cells
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
      .filter((cell) => isName.test(cell) && !cell.includes('..'));
    return [...new Set(names)].map((name) => `${MESSAGES}/${name}`);
  } catch (error) {
    const refused = ['ucm-answer', 'ucm-status', 'ucm-no-permission', 'ucm-not-this-action'];
    if (error instanceof AppError && refused.includes(error.code)) return [];
    throw error;
  }
}

async function textOf(file: Awaited<ReturnType<UcmAsk['askFile']>>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let piece = await file.next(); piece; piece = await file.next()) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > longest) {
      file.cancel();
      break;
    }
  }
  return text;
}
