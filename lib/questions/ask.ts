import { AppError } from '../errors';
import { sendMessage } from './messages';
import type { Answered, Ask } from './questions';

/**
 * Asks the background. Rejects with AppError: its own, or `invalid-question` when there is nobody to answer because
 * the extension was updated or removed under an open page.
 */
export function createAsk(): Ask {
  return async (name, asked) => {
    let reply: Awaited<ReturnType<typeof sendMessage<'question'>>>;
    try {
      reply = await sendMessage('question', { name, asked });
    } catch (error) {
      throw new AppError('invalid-question', {}, error);
    }
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.detail);
    return reply.answered as Answered<typeof name>; // the background's answers are typed by the same contract
  };
}
