import * as z from 'zod/mini';
import { AppError } from '../errors';
import { recordingNames } from './recording-names';
import type { UcmAsk } from './session';

const answerSchema = z.object({ response: z.object({ recordfiles: z.unknown() }) });

/** What an id without recordings is answered with, or one that the UCM no longer knows (section 4.2). */
const none = ['-15', '-16', '-24', '-25', '-26'];

/**
 * The recordings of one leg, asked by its AcctId, where its row names none (`getRecordInfosByCall`, section 4.2). After
 * a reset an AcctId may be another call's: whoever asks compares the names with the call.
 * Throws AppError `ucm-not-this-action` where the API user or the firmware lacks the action, and what a session throws.
 */
export async function readLegRecordings(
  ucm: Pick<UcmAsk, 'ask'>,
  acctId: string,
  signal?: AbortSignal,
): Promise<string[]> {
  try {
    const answer = answerSchema.safeParse(await ucm.ask('getRecordInfosByCall', { id: acctId }, { signal }));
    return answer.success ? recordingNames(answer.data.response.recordfiles) : [];
  } catch (error) {
    if (error instanceof AppError && error.code === 'ucm-status' && none.includes(error.detail.reason ?? '')) return [];
    throw error;
  }
}
