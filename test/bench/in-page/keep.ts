import { addLegs } from '../../../lib/store/add-legs';
import { readCdrAnswer } from '../../../lib/ucm/read-cdr-page';
import type { Row } from '../../sim/story/leg';
import { manyCalls } from '../../sim/story/many-calls';
import { truth } from '../../sim/story/truth';
import { SHAPE } from '../../sim/ucm/options';
import { answerOf, cut, DAY } from './answers';
import { OFFSET, openStore } from './open-store';

/** As long as calls are kept unless set otherwise: 24 months. */
const DAYS = 730;

interface Wish {
  /** calls in all */
  calls: number;
  /** UTC epoch seconds of the newest */
  until: number;
  /** the card's number, as the UCM writes it, and how many of the calls are of it, evenly over the time */
  number: string;
  ofCard: number;
}

/**
 * Fills the extension's own database, in place of whatever calls are in it, day by day and page by page as the
 * synchronisation does it. Returns what stands there then.
 */
export async function keepCalls({ calls, until, number, ofCard }: Wish): Promise<{ calls: number; segments: number }> {
  const store = await openStore('calls');
  const tx = store.db.transaction(['rows', 'columns', 'catalogue', 'places', 'dictionary'], 'readwrite');
  for (const name of ['rows', 'columns', 'catalogue', 'places', 'dictionary'] as const)
    void tx.objectStore(name).clear();
  await tx.done;

  const numbers = Math.min(50_000, Math.max(500, Math.floor(calls / 20)));
  const every = calls / ofCard;
  let told = 0;
  let due = every / 2;
  for (let day = 0; day < DAYS; day++) {
    const to = until - day * DAY;
    const today = Math.round(((day + 1) * calls) / DAYS) - Math.round((day * calls) / DAYS);
    const firstAcctId = 90_000_000 - (day + 1) * 20_000;
    const rows: Row[] = [];
    for (const one of manyCalls({ calls: today, seed: day, from: to - DAY, to, numbers, firstAcctId })) {
      told++;
      const outside = truth(one.call);
      const isCards = told >= due && outside.direction !== 'internal';
      if (isCards) due += every;
      for (const row of one.rows) rows.push(isCards ? renumbered(row, outside.number, number) : row);
    }
    for (const page of cut(rows)) {
      const { legs } = readCdrAnswer(answerOf(page, { ...SHAPE, grouping: 'flat' }));
      await addLegs(store, legs, OFFSET);
    }
  }
  await store.committed();
  const { catalogue } = await store.memory();
  const kept = { calls: catalogue.count(), segments: catalogue.segments().length };
  store.db.close();
  return kept;
}

function renumbered(row: Row, from: string, to: string): Row {
  return { ...row, leg: JSON.parse(JSON.stringify(row.leg).replaceAll(from, to)) };
}
