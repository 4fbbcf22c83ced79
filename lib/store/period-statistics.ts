import { type Statistics, type StatisticsWish, statistics } from '../calls/statistics';
import type { CallStore } from './call-store';
import type { Columns } from './columns';

/**
 * The figures of a period of the kept calls. Reads the columns of the period and of everything after it, since a call
 * missed then may have been called back later; the same number in another notation is the same caller. A party with
 * several numbers gives a `caller` of its own, in which they are one.
 */
export async function periodStatistics(
  store: CallStore,
  wish: Omit<StatisticsWish<Columns>, 'caller'> & { caller?: ArrayLike<number> },
): Promise<Statistics> {
  const { catalogue, numbers } = await store.memory();
  const segments = catalogue.overlapping(wish.from, Number.POSITIVE_INFINITY);
  const columns = await store.columns(segments.map(({ id }) => id));
  return statistics(columns, { caller: numbers.alike(), ...wish });
}
