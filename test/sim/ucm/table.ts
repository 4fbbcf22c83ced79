import type { Row } from '../story/leg';
import type { Zone } from '../story/zone';
import { fitsNumber } from './number-filter';
import { readBound, within } from './window';

export interface CdrWish {
  readonly numRecords: number;
  readonly offset: number;
  readonly startTime: string;
  readonly endTime: string;
  readonly timeFilterType: string;
  readonly caller: string;
  readonly callee: string;
  /** Seconds of billsec, '' = no limit. */
  readonly minDur: string;
  readonly maxDur: string;
}

/** All rows of the PBX, also those whose time has not come. */
export interface Table {
  add(rows: readonly Row[]): void;
  readonly size: number;
  readonly highestAcctId: number;
  byAcctId(id: string): Row | undefined;
  all(): readonly Row[];
  /** One page: rows written by `now` (UTC epoch seconds) that fit, skipping `offset` of them. */
  page(wish: CdrWish, now: number): Row[];
}

/** The answer's order: by local start, then AcctId, so calls going on together are mixed (section 3.9, 8). */
const ascending = (a: Row, b: Row) =>
  a.leg.start < b.leg.start ? -1 : a.leg.start > b.leg.start ? 1 : Number(a.leg.AcctId) - Number(b.leg.AcctId);

export function createTable(zone: Zone, order: 'ascending' | 'descending'): Table {
  const rows: Row[] = [];
  let sorted = true;

  function inOrder(): readonly Row[] {
    if (!sorted) rows.sort(order === 'ascending' ? ascending : (a, b) => ascending(b, a));
    sorted = true;
    return rows;
  }

  return {
    add(more) {
      for (const row of more) rows.push(row);
      sorted = false;
    },
    get size() {
      return rows.length;
    },
    get highestAcctId() {
      return rows.reduce((highest, row) => Math.max(highest, Number(row.leg.AcctId)), 71_046);
    },
    byAcctId: (id) => rows.find((row) => row.leg.AcctId === id),
    all: () => inOrder(),
    page(wish, now) {
      const from = readBound(wish.startTime, now, zone);
      const to = readBound(wish.endTime, now, zone);
      const which = wish.timeFilterType === 'End' ? 'End' : 'Start';
      const page: Row[] = [];
      let skipped = 0;
      for (const row of inOrder()) {
        if (page.length >= wish.numRecords) break;
        if (row.visibleAt > now || !within(row, from, to, which)) continue;
        if (!fitsNumber(row.leg.src, wish.caller) || !fitsNumber(row.leg.dst, wish.callee)) continue;
        if (wish.minDur !== '' && Number(row.leg.billsec) < Number(wish.minDur)) continue;
        if (wish.maxDur !== '' && Number(row.leg.billsec) > Number(wish.maxDur)) continue;
        if (skipped < wish.offset) skipped += 1;
        else page.push(row);
      }
      return page;
    },
  };
}
