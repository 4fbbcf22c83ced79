import { expect, it } from 'vitest';
import { AppError } from '../../../lib/errors';
import { openRecording } from '../../../lib/ucm/recording';
import type { UcmAsk } from '../../../lib/ucm/session';

/** A UCM that has one file in one folder; everything else is answered as the story says. */
function ucmWith(folder: string, name: string, missing: AppError) {
  const asked: string[] = [];
  const ucm: Pick<UcmAsk, 'askFile'> = {
    async askFile(action, { filedir, filename }) {
      asked.push(`${action} ${filedir}/${filename}`);
      if (filedir === folder && filename === name)
        return { length: 0, next: async () => undefined, cancel: () => undefined };
      throw missing;
    },
  };
  return { ucm, asked };
}

const noSuchFile = new AppError('ucm-status', { reason: '-26' });

it.each([
  ['most keep it in monitor, without its month', 'monitor', 'auto-1#203-06-6400.wav', false, 1],
  ['some with its month', 'monitor', '2026-11/auto-1#203-06-6400.wav', false, 2],
  ['a queue’s is looked for with the queues’ first', 'queue', 'auto-1#203-06-6400.wav', true, 1],
  ['and may lie there though no leg tells', 'queue', 'auto-1#203-06-6400.wav', false, 3],
])('%s', async (_, folder, name, queue, questions) => {
  const { ucm, asked } = ucmWith(folder, name, noSuchFile);
  await openRecording(ucm, { name: '2026-11/auto-1#203-06-6400.wav', queue });
  expect(asked).toHaveLength(questions);
});

it.each([
  [new AppError('ucm-status', { reason: '-16' })],
  [new AppError('ucm-status', { reason: '-25' })],
  [new AppError('ucm-answer', { reason: 'HTTP 404' })],
])('missing everywhere is gone, each place being asked once (%s)', async (missing) => {
  const { ucm, asked } = ucmWith('nowhere', '', missing);
  const wanted = { name: '2026-11/auto-1-230-0639981234.wav', queue: false };
  await expect(openRecording(ucm, wanted)).rejects.toMatchObject({ code: 'recording-gone' });
  expect(new Set(asked).size).toBe(4);
});

it('an API user without the right is told so at once, and a UCM that is away is not asked four times', async () => {
  const wanted = { name: 'a.wav', queue: false };
  const refused = ucmWith('nowhere', '', new AppError('ucm-not-this-action', { reason: '-47' }));
  await expect(openRecording(refused.ucm, wanted)).rejects.toMatchObject({ code: 'recording-not-allowed' });
  const away = ucmWith('nowhere', '', new AppError('ucm-unreachable', { reason: 'net::ERR_TIMED_OUT' }));
  await expect(openRecording(away.ucm, wanted)).rejects.toMatchObject({ code: 'ucm-unreachable' });
  expect([refused.asked.length, away.asked.length]).toEqual([1, 1]);
});
