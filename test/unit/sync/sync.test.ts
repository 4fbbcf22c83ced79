import { expect, it } from 'vitest';
import { AppError } from '../../../lib/errors';
import { emptyPullState, type PullState } from '../../../lib/sync/pull-calls';
import { createSync, emptySyncRecord, type SyncDeps, type SyncRecord } from '../../../lib/sync/sync';

const DAY = 86_400;
const now = 1_795_442_400;

function office(pullCalls: SyncDeps['pullCalls'], pulled: Partial<PullState> = {}) {
  let record: SyncRecord = emptySyncRecord;
  return createSync({
    readRecord: async () => record,
    async writeRecord(next) {
      record = next;
    },
    readPullState: async () => ({ ...emptyPullState, ...pulled }),
    pullCalls,
    refreshDirectory: async () => ({ parties: 0, setAside: 0, finished: true }),
    days: async () => 365,
    now: () => now,
    onChange: () => undefined,
    keepAwake: () => () => undefined,
  });
}

const nothingNew = { newCalls: 0, newLegs: 0, setAside: {} };

it('failures are counted until a run goes well, and what the UCM said of its clock is kept until it says it anew', async () => {
  const ends = [
    { ...nothingNew, clockSkew: 600 },
    'fail',
    'fail',
    nothingNew,
    { ...nothingNew, clockSkew: 0 },
  ] as const;
  let run = 0;
  const sync = office(async () => {
    const end = ends[run++];
    if (end === 'fail' || !end) throw new AppError('ucm-timeout');
    return end;
  });
  const seen: unknown[] = [];
  for (const _ of ends) {
    await sync.run();
    const { failures, clockSkew } = await sync.record();
    seen.push([failures, clockSkew]);
  }
  expect(seen).toEqual([
    [0, 600],
    [1, 600],
    [2, 600],
    [0, 600],
    [0, 0],
  ]);
});

it('a history shorter than wanted is named once all before it was asked for, and is no gap', async () => {
  const earliest = now - 90 * DAY;
  const known = (days: number) => [{ from: now - days * DAY, until: now, readAt: Number.POSITIVE_INFINITY }];
  const whole = office(async () => nothingNew, { coverage: known(365), earliest });
  expect(await whole.nothingBefore()).toBe(earliest);
  expect(await whole.gaps()).toEqual([]);

  const filling = office(async () => nothingNew, { coverage: known(200), earliest });
  expect(await filling.nothingBefore()).toBeUndefined();

  const busy = office(async () => nothingNew, { coverage: known(365), earliest: now - 363 * DAY });
  expect(await busy.nothingBefore()).toBeUndefined();
});
