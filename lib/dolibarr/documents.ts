import { AppError } from '../errors';
import type { DolibarrRest } from './rest';

/** ms: a long recording on a slow line */
const LONG = 10 * 60_000;

/**
 * Puts a file beside an agenda event, in the one form that all versions take (section 5). `there` when the event has a file
 * of that name: so it is put there once, whoever does it. Throws AppError.
 */
export async function attachToEvent(
  rest: Pick<DolibarrRest, 'send'>,
  event: number,
  file: { name: string; base64: string },
  signal?: AbortSignal,
): Promise<'attached' | 'there'> {
  try {
    await rest.send(
      'POST',
      'documents/upload',
      {
        filename: file.name,
        modulepart: 'agenda',
        ref: '',
        subdir: String(event),
        filecontent: file.base64,
        fileencoding: 'base64',
        overwriteifexists: '0',
        createdirifnotexists: '1',
      },
      'ecm/upload',
      signal,
      LONG,
    );
    return 'attached';
  } catch (error) {
    // 400 from version 20 on and 500 before, with the same words
    if (error instanceof AppError && /already exists/i.test(error.detail.reason ?? '')) return 'there';
    throw error;
  }
}
