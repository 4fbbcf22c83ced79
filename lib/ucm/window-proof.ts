import { AppError } from '../errors';
import { cdrParameters } from './cdr-request';
import { readCdrAnswer } from './read-cdr-page';
import type { Parameters } from './request';

/**
 * The old API answers a question that it does not understand with no rows and no error (section 3.1), which looks like
 * days without calls. So one row is asked for without any condition, and then again by its own start.
 * Throws AppError `ucm-answer` when the row is not in its own window. A UCM without calls proves nothing, and passes.
 */
export async function proveWindow(cdrapi: (parameters: Parameters) => Promise<unknown>): Promise<void> {
  const [leg] = readCdrAnswer(await cdrapi({ format: 'json', numRecords: '1' })).legs;
  if (!leg) return;
  const window = cdrParameters({ from: leg.start, until: leg.start, offset: 0, limit: 1 });
  const { entries } = readCdrAnswer(await cdrapi(window));
  if (entries === 0) throw new AppError('ucm-answer', { reason: 'time window not understood' });
}
