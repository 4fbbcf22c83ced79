import { directions, outcomes } from './call';
import { gotNobody, gotThrough } from './missed';
import { zoneClock } from './zone-clock';

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
  /** the person's time zone: `Europe/Paris` */
  zone: string;
  /** by entry of the number: what is equal when it is the same caller; 0 for a hidden one, who is nobody's same */
  caller: ArrayLike<number>;
  /** which calls of the period are counted (an extension's, a queue's, …); all when left out */
  only?: (columns: C, row: number) => boolean;
}

interface Figures {
  calls: number;
  answered: number;
  /** incoming calls that got nobody, voicemail included */
  missed: number;
  /** of these, those whose caller nobody talked to since, up to the newest call known, not only in the period */
  open: number;
  /** seconds */
  talk: number;
}

export interface Statistics extends Figures {
  /** mean seconds until an incoming call was answered; undefined when none was */
  timeToAnswer: number | undefined;
  /** calls by hour of the week of the zone's clocks: Monday 0 h first, 24 a day */
  heat: Uint32Array;
  /** in order, from the first day with a call to the last one, days without any included; `day` is `2026-11-23` */
  days: DayFigures[];
}

export interface DayFigures extends Figures {
  day: string;
}

const HOUR = 3600;
const DAY = 86_400;
/** 1 January 1970 was a Thursday; the week begins on Monday. */
const FIRST_WEEKDAY = 3;

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
  { from, until, zone, caller, only }: StatisticsWish<C>,
): Statistics {
  const clock = zoneClock(zone);
  const talkedTo = new Uint8Array(caller.length);
  const heat = new Uint32Array(7 * 24);
  const days = new Map<number, Figures>();
  let day = noFigures();
  // The hour, as the zone's clocks show it, that the call before fell into: the calls come newest first.
  let cell = 0;
  let cellFrom = Number.POSITIVE_INFINITY;
  let answeredIn = 0;
  let waited = 0;

  const enter = (start: number) => {
    const stretch = clock.at(start);
    const local = start + stretch.offset;
    const hour = Math.floor(local / HOUR);
    const date = Math.floor(local / DAY);
    cellFrom = Math.max(stretch.from, hour * HOUR - stretch.offset);
    cell = ((date + FIRST_WEEKDAY) % 7) * 24 + (hour - date * 24);
    day = days.get(date) ?? noFigures();
    days.set(date, day);
  };

  for (let s = segments.length - 1; s >= 0; s--) {
    const columns = segments[s];
    if (!columns) continue;
    const { start: starts, direction, outcome, number, ring, talk } = columns;
    for (let row = columns.count - 1; row >= 0; row--) {
      const start = starts[row] ?? 0;
      if (start < from) return sumUp();
      const kind = kinds[(direction[row] ?? 0) * outcomes.length + (outcome[row] ?? 0)] ?? 0;
      const who = (kind & (MISSED | THROUGH)) === 0 ? 0 : (caller[number[row] ?? 0] ?? 0);
      if ((kind & THROUGH) !== 0 && who !== 0) talkedTo[who] = 1;
      if (start >= until || (only && !only(columns, row))) continue;
      if (start < cellFrom) enter(start);
      heat[cell] = (heat[cell] ?? 0) + 1;
      day.calls++;
      day.talk += talk[row] ?? 0;
      if ((kind & ANSWERED) !== 0) day.answered++;
      if ((kind & MISSED) !== 0) {
        day.missed++;
        if (talkedTo[who] !== 1) day.open++;
      }
      if ((kind & ANSWERED_IN) !== 0) {
        answeredIn++;
        waited += ring[row] ?? 0;
      }
    }
  }
  return sumUp();

  function sumUp(): Statistics {
    const sum = noFigures();
    for (const one of days.values()) {
      sum.calls += one.calls;
      sum.answered += one.answered;
      sum.missed += one.missed;
      sum.open += one.open;
      sum.talk += one.talk;
    }
    return { ...sum, timeToAnswer: answeredIn === 0 ? undefined : waited / answeredIn, heat, days: inOrder(days) };
  }
}

function noFigures(): Figures {
  return { calls: 0, answered: 0, missed: 0, open: 0, talk: 0 };
}

/** `days` are counted from 1 January 1970. */
function inOrder(days: ReadonlyMap<number, Figures>): DayFigures[] {
  const dates = [...days.keys()].sort((a, b) => a - b);
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    day: new Date((first + i) * DAY * 1000).toISOString().slice(0, 10),
    ...(days.get(first + i) ?? noFigures()),
  }));
}
