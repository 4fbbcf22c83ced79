import type { Page } from 'playwright-core';
import type { Answered, Asked, QuestionName } from '../../../lib/questions/questions';

/** A question asked from a page of the extension, as its own scripts ask. Throws what is answered in place of an answer. */
export function askFrom<N extends QuestionName>(page: Page, name: N, asked: Asked<N>): Promise<Answered<N>> {
  return page.evaluate(
    async (data) => {
      const reply = await chrome.runtime.sendMessage({ id: 1, type: 'question', data, timestamp: Date.now() });
      if (!reply?.res?.ok) throw new Error(`no answer to ${data.name}: ${JSON.stringify(reply)}`);
      return reply.res.answered;
    },
    { name, asked },
  );
}
