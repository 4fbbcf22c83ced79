import type { Row } from '../../sim/story/leg';
import { type ManyCalls, manyCalls } from '../../sim/story/many-calls';
import { entriesOf, type Shape } from '../../sim/ucm/grouping';
import { SHAPE } from '../../sim/ucm/options';

/** Rows the UCM gives at once. */
export const PAGE_ROWS = 1000;

export const DAY = 86_400;

/** All legs of a day in the UCM's order, cut into pages. */
export function pagesOfDay(wish: ManyCalls): Row[][] {
  const rows = [...manyCalls(wish)].flatMap(({ rows: legs }) => legs);
  return cut(rows);
}

export function cut(rows: Row[]): Row[][] {
  rows.sort((a, b) => a.startsAt - b.startsAt || Number(a.leg.AcctId) - Number(b.leg.AcctId));
  return Array.from({ length: Math.ceil(rows.length / PAGE_ROWS) }, (_, i) =>
    rows.slice(i * PAGE_ROWS, (i + 1) * PAGE_ROWS),
  );
}

/** What cdrapi answers with, grouped as the UCM does it unless said otherwise. */
export function answerOf(page: readonly Row[], shape: Shape = SHAPE): { cdr_root: unknown[] } {
  return { cdr_root: entriesOf(page, shape) };
}
