import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Leg } from '../../../lib/calls/leg';
import { readNumber } from '../../../lib/calls/number';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { newestCalls } from '../../../lib/store/find-calls';
import { answered, leg, outLeg } from '../calls/rows';

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
