import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { newestCalls } from '../../../lib/store/find-calls';
import { periodStatistics } from '../../../lib/store/period-statistics';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const plan = { country: 'FR', outsidePrefix: '9', own: [] };
const opened: Database[] = [];
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

async function storeOf(legs: Leg[]) {
  const db = await openDatabase(`find-${name++}`);
  opened.push(db);
  const store = createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
  await addLegs(store, legs, 7200);
  return store;
}

/** Newest first: whether somebody still has to call back. */
async function openOnes(...legs: Leg[]): Promise<boolean[]> {
  return (await newestCalls(await storeOf(legs), 10)).map(({ open }) => open);
}

describe('a missed call among the newest', () => {
  const missed = (src: string) => leg({ at: '09:00:00', src, duration: 20 });

  it.each(['0639981234', '+33639981234', '0033639981234', '90639981234'])('is closed by calling %s', async (dst) => {
    expect(
      await openOnes(missed('0639981234'), outLeg({ at: '09:10:00', dst, talk: 60, duration: 60, ...answered })),
    ).toEqual([false, false]);
  });

  it('of a hidden caller is not closed by another hidden caller', async () => {
    const other = leg({ at: '09:10:00', src: 'anonymous', talk: 60, duration: 60, ...answered });
    expect(await openOnes(missed('anonymous'), other)).toEqual([false, true]);
  });
});

describe('the figures of a morning', () => {
  const missed = (at: string, src: string) => leg({ at, src, duration: 20 });
  const morning = { from: wallClock('08:00:00') - 7200, until: wallClock('12:00:00') - 7200, zone: 'Europe/Paris' };

  it('know who was called back in the afternoon, in whatever notation', async () => {
    const store = await storeOf([
      missed('09:00:00', '0639981234'),
      missed('09:30:00', '0639985678'),
      outLeg({ at: '15:00:00', dst: '90639981234', talk: 60, duration: 60, ...answered }),
    ]);
    const figures = await periodStatistics(store, morning);
    expect(figures).toMatchObject({ calls: 2, missed: 2, open: 1, days: [{ day: '2026-07-14', calls: 2 }] });
    expect(figures.heat[24 + 9]).toBe(2);
  });

  it('know two numbers of one party as one', async () => {
    const store = await storeOf([
      missed('09:00:00', '0639981234'),
      outLeg({ at: '09:10:00', dst: '0639985678', talk: 60, duration: 60, ...answered }),
    ]);
    expect(await periodStatistics(store, morning)).toMatchObject({ open: 1 });
    expect(await periodStatistics(store, { ...morning, caller: [0, 1, 1] })).toMatchObject({ open: 0 });
  });
});
