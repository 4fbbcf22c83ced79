import type { MissedWish } from '../../lib/questions/missed';
import { stretchOfDays } from './journal-filter';
import type { MissedView } from './route';

/** Which callers a view of missed calls means; `now`: UTC epoch seconds. */
export function missedWish({ state, whose, days }: MissedView, now: number): Omit<MissedWish, 'offset' | 'limit'> {
  return { from: stretchOfDays(now, 0, days).from, state, whose };
}
