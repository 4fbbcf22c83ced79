import { directions, outcomes } from './call';
import { wallHours } from './hour-of-week';
import { gotNobody, gotThrough } from './missed';

/** The columns that figures are made of; rows in order of start, codes are places in the lists of ./call. */
export interface StatisticsColumns {
  count: number;
  /** UTC epoch seconds */
  start: ArrayLike<number>;
  direction: ArrayLike<number>;
  outcome: ArrayLike<number>;
  /** entry of the number */
  number: ArrayLike<number>;
  /** seconds */
  ring: ArrayLike<number>;
  talk: ArrayLike<number>;
}

export interface StatisticsWish<C extends StatisticsColumns> {
  /** UTC epoch seconds, `until` exclusive */
  from: number;
  until: number;
  /** start of the stretch that ends at `from` and is put beside the period; none when left out */
  before?: number;
  /** the person's time zone: `Europe/Paris` */
  zone: string;
  /** by entry of the number: what is equal when it is the same caller; 0 for a hidden one, who is nobody's same */
  caller: ArrayLike<number>;
  /** which calls of the period are counted (an extension's, a queue's, …); all when left out */
  only?: (columns: C, row: number) => boolean;
  /**
   * what the calls of the period are grouped by: the column, and of each of its entries the group, below `count`. Calls
   * of a segment without that column are in no group.
   */
  group?: { column: (columns: C) => ArrayLike<number> | undefined; of: ArrayLike<number>; count: number };
}

export interface CallFigures {
  calls: number;
  answered: number;
  /** incoming calls that got nobody, voicemail included */
  missed: number;
  /** of these, those whose caller nobody talked to since, up to the newest call known, not only in the period */
  open: number;
  /** seconds */
  talk: number;
  /** incoming calls that were answered, and the seconds until they all were */
  answeredIn: number;
  waited: number;
  /** seconds from the missed calls that are not open (each) to the first call that got through */
  backAfter: number;
}

export interface Statistics extends CallFigures {
  /** the same figures of the stretch before */
  before: CallFigures;
  /** by group; empty when none were asked for */
  groups: CallFigures[];
  /** calls by hour of the week of the zone's clocks: Monday 0 h first, 24 a day */
  heat: Uint32Array;
  /** in order, from the first day with a call to the last one, days without any included; `day` is `2026-11-23` */
  days: DayFigures[];
}

export interface DayFigures extends CallFigures {
  day: string;
}

const DAY = 86_400;

const MISSED = 1;
const THROUGH = 2;
const ANSWERED = 4;
const ANSWERED_IN = 8;

/** What a call counts as, by direction and outcome: asked a million times, so made once. */
const kinds = Uint8Array.from({ length: directions.length * outcomes.length }, (_, i) => {
  const direction = directions[Math.floor(i / outcomes.length)] ?? 'in';
  const outcome = outcomes[i % outcomes.length] ?? 'answered';
  return (
    (gotNobody(direction, outcome) ? MISSED : 0) |
    (gotThrough(direction, outcome) ? THROUGH : 0) |
    (outcome === 'answered' ? ANSWERED : 0) |
    (outcome === 'answered' && direction === 'in' ? ANSWERED_IN : 0)
  );
});

/**
 * The figures of a period, in one pass over the columns, newest call first, so that whoever was talked to later is
 * known when a missed call is met. `segments` are in order of time, do not overlap, and reach up to the newest call.
 */
export function statistics<C extends StatisticsColumns>(
  segments: readonly C[],
  { from, until, before: beforeFrom = from, zone, caller, only, group }: StatisticsWish<C>,
): Statistics {
  const hourAt = wallHours(zone);
  // start of the earliest call after the one looked at in which the caller was talked to; 0 for none
  const talkedAt = new Float64Array(caller.length);
  const heat = new Uint32Array(7 * 24);
  const days = new Map<number, CallFigures>();
  const before = noFigures();
  const groups = Array.from({ length: group?.count ?? 0 }, noFigures);
  let day = before;
  // The hour, as the zone's clocks show it, that the call before fell into: the calls come newest first.
  let cell = 0;
  let cellFrom = Number.POSITIVE_INFINITY;

  for (let s = segments.length - 1; s >= 0; s--) {
    const columns = segments[s];
    if (!columns) continue;
    const { start: starts, direction, outcome, number, ring, talk } = columns;
    const grouped = group?.column(columns);
    for (let row = columns.count - 1; row >= 0; row--) {
      const start = starts[row] ?? 0;
      if (start < beforeFrom) return sumUp();
      const kind = kinds[(direction[row] ?? 0) * outcomes.length + (outcome[row] ?? 0)] ?? 0;
      const who = (kind & (MISSED | THROUGH)) === 0 ? 0 : (caller[number[row] ?? 0] ?? 0);
      if ((kind & THROUGH) !== 0 && who !== 0) talkedAt[who] = start;
      if (start >= until || (only && !only(columns, row))) continue;
      const back = (kind & MISSED) === 0 ? 0 : (talkedAt[who] ?? 0);
      if (start < from) {
        count(before, kind, ring[row] ?? 0, talk[row] ?? 0, start, back);
        continue;
      }
      if (start < cellFrom) enter(start);
      heat[cell] = (heat[cell] ?? 0) + 1;
      count(day, kind, ring[row] ?? 0, talk[row] ?? 0, start, back);
      const mine = grouped && groups[group?.of[grouped[row] ?? 0] ?? 0];
      if (mine) count(mine, kind, ring[row] ?? 0, talk[row] ?? 0, start, back);
    }
  }
  return sumUp();

  function enter(start: number): void {
    const hour = hourAt(start);
    cellFrom = hour.from;
    cell = hour.cell;
    day = days.get(hour.date) ?? noFigures();
    days.set(hour.date, day);
  }

  function sumUp(): Statistics {
    return { ...sumOf(days.values()), before, groups, heat, days: inOrder(days) };
  }
}

/** `back`: start of the call that got through to the caller of a missed one; 0 when none did. */
function count(into: CallFigures, kind: number, ring: number, talk: number, start: number, back: number): void {
  into.calls++;
  into.talk += talk;
  if ((kind & ANSWERED) !== 0) into.answered++;
  if ((kind & MISSED) !== 0) {
    into.missed++;
    if (back === 0) into.open++;
    else into.backAfter += back - start;
  }
  if ((kind & ANSWERED_IN) !== 0) {
    into.answeredIn++;
    into.waited += ring;
  }
}

/** The figures of days together are those of their week, month or period. */
export function sumOf(parts: Iterable<CallFigures>): CallFigures {
  const sum = noFigures();
  for (const one of parts) {
    sum.calls += one.calls;
    sum.answered += one.answered;
    sum.missed += one.missed;
    sum.open += one.open;
    sum.talk += one.talk;
    sum.answeredIn += one.answeredIn;
    sum.waited += one.waited;
    sum.backAfter += one.backAfter;
  }
  return sum;
}

function noFigures(): CallFigures {
  return { calls: 0, answered: 0, missed: 0, open: 0, talk: 0, answeredIn: 0, waited: 0, backAfter: 0 };
}

/** `days` are counted from 1 January 1970. */
function inOrder(days: ReadonlyMap<number, CallFigures>): DayFigures[] {
  const dates = [...days.keys()].sort((a, b) => a - b);
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    day: new Date((first + i) * DAY * 1000).toISOString().slice(0, 10),
    ...(days.get(first + i) ?? noFigures()),
  }));
}
