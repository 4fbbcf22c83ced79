import type { Parameters } from './request';

/** Seconds are PBX wall clock *as if it were UTC*, like Leg.start; both ends inclusive. */
export interface CdrPageRequest {
  from: number;
  until: number;
  /** matching rows to skip */
  offset: number;
  /** 1 to 1000, the UCM's maximum */
  limit: number;
  /** which moment of a leg lies in the window; its start where nothing is said. The old API knows no other (section 3.1). */
  by?: 'end';
}

/** The parameters of one page of CDRs (section 3.1); a field without a value is never sent. */
export function cdrParameters({ from, until, offset, limit, by }: CdrPageRequest): Parameters {
  return {
    format: 'json',
    numRecords: String(Math.min(Math.max(Math.trunc(limit), 1), 1000)),
    offset: String(Math.max(Math.trunc(offset), 0)),
    startTime: wallClock(from),
    endTime: wallClock(until),
    ...(by === 'end' ? { timeFilterType: 'End' } : {}),
  };
}

/** `2026-08-01T00:00:00`: with a space instead of the T the UCM finds nothing and reports no error. */
function wallClock(seconds: number): string {
  return new Date(Math.trunc(seconds) * 1000).toISOString().slice(0, 19);
}
