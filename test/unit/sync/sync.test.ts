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
    hereOffset: () => 3600,
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

it('a gap says what failed in it until it was read; the time since the last good run is one only after a failure', async () => {
  const settled = Number.POSITIVE_INFINITY;
  const state: Partial<PullState> = {
    coverage: [
      { from: now - 100 * DAY, until: now - 50 * DAY, readAt: settled },
      { from: now - 40 * DAY, until: now - DAY, readAt: settled },
    ],
  };
  const older = { from: now - 365 * DAY, until: now - 100 * DAY };
  const middle = { from: now - 50 * DAY, until: now - 40 * DAY };
  const newest = { from: now - DAY, until: now };
  const windows: ({ from: number; until: number; fails: boolean } | undefined)[] = [
    { from: now - 41 * DAY, until: now - 40 * DAY, fails: true },
    undefined,
    { ...newest, fails: false },
  ];
  let run = 0;
  const sync = office(async (_state, _signal, onProgress) => {
    const window = windows[run++];
    if (window) onProgress({ part: 'calls', from: window.from, until: window.until, done: 0.5 });
    if (!window || window.fails) throw new AppError(window ? 'ucm-timeout' : 'no-site-access');
    return nothingNew;
  }, state);
  expect((await sync.known()).gaps).toEqual([older, middle]);

  await sync.run();
  const timedOut = { at: now, error: { code: 'ucm-timeout', detail: {} } };
  expect((await sync.known()).gaps).toEqual([older, { ...middle, failed: timedOut }, newest]);

  // The next run does not even begin: what it would have read first is what it could not read.
  await sync.run();
  const refused = { at: now, error: { code: 'no-site-access', detail: {} } };
  expect((await sync.known()).gaps).toEqual([older, { ...middle, failed: timedOut }, { ...newest, failed: refused }]);

  await sync.run();
  expect((await sync.known()).gaps).toEqual([older, middle]);
});

it('a history shorter than wanted is named once all before it was asked for, and is no gap', async () => {
  const earliest = now - 90 * DAY;
  const known = (days: number) => [{ from: now - days * DAY, until: now, readAt: Number.POSITIVE_INFINITY }];
  const whole = office(async () => nothingNew, { coverage: known(365), earliest });
  expect((await whole.known()).nothingBefore).toBe(earliest);
  expect((await whole.known()).gaps).toEqual([]);

  const filling = office(async () => nothingNew, { coverage: known(200), earliest });
  expect((await filling.known()).nothingBefore).toBeUndefined();

  const busy = office(async () => nothingNew, { coverage: known(365), earliest: now - 363 * DAY });
  expect((await busy.known()).nothingBefore).toBeUndefined();
});
