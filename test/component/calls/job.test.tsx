import { expect, it } from 'vitest';
import { createJob } from '../../../components/calls/create-job';
import type { JournalLine, JournalPage } from '../../../lib/questions/journal';
import type { Ask } from '../../../lib/questions/questions';

const wish = { filter: { direction: 'in' }, sort: { by: 'when', up: false } } as const;
const figures = { calls: 1200, answered: 0, talk: 0, last: 0, missed: 0, open: 0 };

/** A background with 1,200 calls; `now` may do something before an answer. */
function office(before: (name: string, asked: unknown) => void = () => undefined) {
  const asked: JournalPage[] = [];
  const deleted: string[][] = [];
  const ask: Ask = async (name, question) => {
    before(name, question);
    if (name === 'own.delete') {
      deleted.push((question as { keys: string[] }).keys); // the contract's question of this name
      return { deleted: 1 } as never; // the contract's answer to this name
    }
    const page = question as JournalPage; // the contract's question of own.journal
    asked.push(page);
    const count = Math.min(page.limit, figures.calls - page.offset);
    const keys = Array.from({ length: count }, (_, i) => ({ key: `1-${(page.offset + i).toString(36)}` }));
    const lines = keys as JournalLine[]; // only the key is looked at
    return { list: 7, all: 5000, figures, lines } as never; // the contract's answer to this name
  };
  return { job: createJob(ask), asked, deleted };
}

const keysOf = async (pages: AsyncIterable<JournalLine[]>): Promise<Blob> => {
  const keys: string[] = [];
  for await (const lines of pages) keys.push(...lines.map(({ key }) => key));
  return new Blob([keys.join('\n')]);
};

it('an export goes page by page through the list of its first answer, each call once', async () => {
  const { job, asked } = office();
  const files: Blob[] = [];
  await job.exported(wish, keysOf, (file) => files.push(file));
  expect(asked.map(({ offset, list, filter }) => [offset, list, filter])).toEqual([
    [0, undefined, wish.filter],
    [500, 7, wish.filter],
    [1000, 7, wish.filter],
  ]);
  expect(new Set((await files[0]?.text())?.split('\n')).size).toBe(1200);
  expect(job.progress.value).toBeUndefined();
});

it.each([500, 1000])('an export that is cancelled gives no file and says no error, at line %i', async (at) => {
  const { job, asked } = office((_name, question) => {
    if ((question as JournalPage).offset === at) job.cancel(); // the contract's question of own.journal
  });
  const files: Blob[] = [];
  await job.exported(wish, keysOf, (file) => files.push(file));
  expect([files.length, asked.at(-1)?.offset, job.error.value, job.progress.value]).toEqual([
    0,
    at,
    undefined,
    undefined,
  ]);
});

it('a failure in the middle is said, and the next work starts anew', async () => {
  let fails = true;
  const { job } = office((_name, question) => {
    if (fails && (question as JournalPage).offset === 500) throw new Error('away'); // the contract's question of own.journal
  });
  const files: Blob[] = [];
  await job.exported(wish, keysOf, (file) => files.push(file));
  expect([files.length, job.error.value?.code]).toEqual([0, 'unexpected']);
  fails = false;
  await job.exported(wish, keysOf, (file) => files.push(file));
  expect([files.length, job.error.value]).toEqual([1, undefined]);
});

it('all that a filter shows can be selected and deleted', async () => {
  const { job, deleted } = office();
  let selected: string[] = [];
  await job.keysOf(wish, (keys) => {
    selected = keys;
  });
  let done = 0;
  await job.deleted(selected, () => done++);
  expect([deleted.flat().length, done]).toEqual([1200, 1]);
});
