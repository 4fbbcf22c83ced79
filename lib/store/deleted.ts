import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Leg, legKey } from '../calls/leg';
import type { Database } from './database';

const DAY = 86_400;
const PREFIX = 'deleted ';

/**
 * What was deleted by a person, so that it stays gone when the UCM tells it again: of each leg a mark from which nothing
 * can be read, kept by the day of its clock. A leg nobody has seen yet belongs to a deleted call by its session
 * or channel, and goes with it.
 */
export interface Deleted {
  /** those that do not belong to a deleted call */
  without(legs: readonly Leg[]): readonly Leg[];
  /** marks these; what comes back is to be written as state in the transaction that drops their calls */
  mark(legs: readonly Leg[]): Record<string, unknown>;
}

export async function readDeleted(db: Database): Promise<Deleted> {
  const days = new Map<number, Set<string>>();
  const range = IDBKeyRange.bound(PREFIX, `${PREFIX}￿`);
  for (const key of await db.getAllKeys('state', range)) {
    const marks = (await db.get('state', key)) as string[] | undefined; // written by mark() below alone
    days.set(Number(key.slice(PREFIX.length)), new Set(marks));
  }

  /** Legs of a call span no more than a day, so the days beside are enough; days without a mark cost nothing. */
  function isDeleted(leg: Leg): boolean {
    const day = dayOf(leg);
    const near = [day - 1, day, day + 1].map((one) => days.get(one)).filter((marks) => marks !== undefined);
    return near.length > 0 && marksOf(leg).some((mark) => near.some((marks) => marks.has(mark)));
  }

  return {
    without: (legs) => (days.size === 0 ? legs : legs.filter((leg) => !isDeleted(leg))),
    mark(legs) {
      const touched = new Set<number>();
      for (const leg of legs) {
        const day = dayOf(leg);
        const marks = days.get(day) ?? new Set();
        days.set(day, marks);
        touched.add(day);
        for (const mark of marksOf(leg)) marks.add(mark);
      }
      return Object.fromEntries([...touched].map((day) => [`${PREFIX}${day}`, [...(days.get(day) ?? [])]]));
    },
  };
}

function dayOf({ start }: Leg): number {
  return Math.floor(start / DAY);
}

function marksOf(leg: Leg): string[] {
  const named = [`leg ${legKey(leg)}`];
  if (leg.session !== '') named.push(`session ${leg.session}`);
  if (leg.uniqueid !== '') named.push(`channel ${leg.uniqueid}`);
  return named.map((name) => bytesToHex(sha256(utf8ToBytes(name)).subarray(0, 9)));
}
