import { AppError } from '../errors';
import type { UcmFile } from './file';
import { MESSAGES } from './messages';
import type { UcmAsk } from './session';

export interface WantedRecording {
  /** as the CDR names it, month folder included where it has one */
  name: string;
  /** the call went through a queue or was transferred: its recording may lie with the queues' */
  queue: boolean;
}

/** What a missing file is answered with (section 3.9, rule 11), besides a 404. */
const missing = ['-15', '-16', '-24', '-25', '-26', 'HTTP 404', 'empty answer'];

/**
 * Opens a recording where it lies. No manual says where that is: the name bare in `monitor` on most, with its month on
 * some, in `queue` or `meetme` for others (section 4.2). Each place is asked once, the likeliest first.
 * Throws AppError `recording-gone` when it is in none of them, `recording-not-allowed`, and what a session throws.
 */
export async function openRecording(
  ucm: Pick<UcmAsk, 'askFile'>,
  { name, queue }: WantedRecording,
  signal?: AbortSignal,
): Promise<UcmFile> {
  for (const { filedir, filename } of places(name, queue)) {
    try {
      return await ucm.askFile('recapi', { filedir, filename }, { signal });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'ucm-not-this-action') throw new AppError('recording-not-allowed', error.detail, error);
      const answered = error.code === 'ucm-status' || error.code === 'ucm-answer';
      if (!answered || !missing.includes(error.detail.reason ?? '')) throw error;
    }
  }
  throw new AppError('recording-gone', { subject: baseOf(name) });
}

function places(name: string, queue: boolean): { filedir: string; filename: string }[] {
  if (name.startsWith(`${MESSAGES}/`)) return [{ filedir: MESSAGES, filename: name.slice(MESSAGES.length + 1) }];
  const base = baseOf(name);
  const monitor = { filedir: 'monitor', filename: base };
  const withMonth = base === name ? [] : [{ filedir: 'monitor', filename: name }];
  const queues = { filedir: 'queue', filename: base };
  const meetings = { filedir: 'meetme', filename: base };
  if (base.startsWith('meetme')) return [meetings, monitor, ...withMonth, queues];
  if (queue) return [queues, monitor, ...withMonth, meetings];
  return [monitor, ...withMonth, queues, meetings];
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
