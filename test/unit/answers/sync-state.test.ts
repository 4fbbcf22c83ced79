import { describe, expect, it } from 'vitest';
import { readSyncState, type StateDeps } from '../../../lib/answers/sync-state';

const record = {
  lastRun: 1_795_442_000,
  lastSuccess: 1_795_442_000,
  newCalls: 0,
  failures: 0,
  setAside: {},
  directory: { parties: 3, lastRun: 1_795_442_000, lastFull: 0, failures: 0 },
};

const reachesBack = 1_792_900_000;

const stateWith = (clockSkew: number | undefined, nothingBefore?: number, gaps: object[] = []) =>
  readSyncState({
    sync: {
      progress: () => undefined,
      known: async () => ({ record: { ...record, clockSkew }, gaps, reachesBack, nothingBefore }),
    } as unknown as StateDeps['sync'], // no run is begun here
    isSetUp: async () => true,
    secretsGone: async () => false,
    nextRun: async () => 0,
    calls: async () => 0,
    parties: async () => 0,
  });

describe('what the screens are told of the UCM', () => {
  it.each([
    [undefined, undefined],
    [0, undefined],
    [120, undefined],
    [-120, undefined],
    [121, 121],
    [-121, -121],
  ])('its clock is wrong by %s s: shown as %s', async (skew, shown) => {
    expect((await stateWith(skew)).clockSkew).toBe(shown);
  });

  it('it keeps nothing from before a day', async () => {
    expect((await stateWith(0, 1_793_000_000)).nothingBefore).toBe(1_793_000_000);
    expect('nothingBefore' in (await stateWith(0))).toBe(false);
  });
});

describe('from when on every call is known', () => {
  it('is as far back as they were read, or as the UCM keeps them', async () => {
    expect((await stateWith(0)).knownFrom).toBe(reachesBack);
    expect((await stateWith(0, 1_793_000_000)).knownFrom).toBe(1_793_000_000);
  });

  it('is behind the newest stretch that is missing', async () => {
    const gaps = [60, 600].map((at) => ({ from: reachesBack + at, until: reachesBack + at + 60 }));
    expect((await stateWith(0, undefined, gaps)).knownFrom).toBe(reachesBack + 660);
  });
});
