import { legKey } from '../calls/leg';
import { AppError } from '../errors';
import type { CdrPage, ReadCdrPage } from './pull-calls';

/**
 * Asks as `readPage` does, and takes no old answer for a new one: some machines, or what stands before them, send now and
 * then what they sent before. That is the very same rows where another stretch was asked for, some of them outside of it,
 * and they are asked once more. A full page of them a second time is a failure (`ucm-answer`); fewer rows are believed, as
 * a group that lies on the border of two stretches may look like that.
 */
export function ownAnswers(readPage: ReadCdrPage): ReadCdrPage {
  let last = '';
  return async (page, signal) => {
    const isOld = ({ legs }: CdrPage, name: string) =>
      page.by !== 'end' && name === last && legs.some(({ start }) => start < page.from || start > page.until);

    let answer = await readPage(page, signal);
    if (isOld(answer, nameOf(answer))) {
      answer = await readPage(page, signal);
      const isFull = answer.legs.length >= page.limit || answer.entries >= page.limit;
      if (isFull && isOld(answer, nameOf(answer))) {
        throw new AppError('ucm-answer', { reason: 'the answer to another question' });
      }
    }
    last = nameOf(answer);
    return answer;
  };
}

function nameOf({ legs }: CdrPage): string {
  return legs.map(legKey).join('\n');
}
