import type { Row } from '../story/leg';
import type { Zone } from '../story/zone';

/** One end of a time window as the UCM understands it. */
export type Bound =
  | { readonly kind: 'open' }
  /** Local to the PBX: compared with the text of the row, so both half past twos of an autumn night are in. */
  | { readonly kind: 'local'; readonly text: string }
  /** UTC epoch seconds. */
  | { readonly kind: 'moment'; readonly epoch: number }
  /** Not understood: no rows, and no error either. */
  | { readonly kind: 'nothing' };

const FULL = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?([+-]\d\d:\d\d)?$/;

/**
 * Reads startTime or endTime (section 3.1): the `T` is a must; naive = PBX local; an offset is honoured; a date alone
 * is midnight UTC; a clock time alone is today; `now` and epoch digits work; an empty text is no bound.
 */
export function readBound(value: string, now: number, zone: Zone): Bound {
  if (value === '') return { kind: 'open' };
  if (value === 'now') return { kind: 'moment', epoch: now };
  if (/^\d{9,11}$/.test(value)) return { kind: 'moment', epoch: Number(value) };
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return moment(`${value}T00:00:00Z`);
  if (/^\d\d:\d\d(?::\d\d)?$/.test(value)) {
    return { kind: 'local', text: `${zone.text(now).slice(0, 10)} ${value.padEnd(8, ':00')}` };
  }
  const [, date, minutes, seconds = ':00', offset] = FULL.exec(value) ?? [];
  if (date === undefined || minutes === undefined) return { kind: 'nothing' };
  if (offset !== undefined) return moment(`${date}T${minutes}${seconds}${offset}`);
  return { kind: 'local', text: `${date} ${minutes}${seconds}` };
}

function moment(text: string): Bound {
  const epoch = Date.parse(text) / 1000;
  return Number.isNaN(epoch) ? { kind: 'nothing' } : { kind: 'moment', epoch };
}

/** True when the row's start (or end) is not before `from` and not after `to`: both ends are inside. */
export function within(row: Row, from: Bound, to: Bound, which: 'Start' | 'End'): boolean {
  if (from.kind === 'nothing' || to.kind === 'nothing') return false;
  const text = which === 'Start' ? row.leg.start : row.leg.end;
  const epoch = which === 'Start' ? row.startsAt : row.endsAt;
  if (from.kind === 'local' && text < from.text) return false;
  if (from.kind === 'moment' && epoch < from.epoch) return false;
  if (to.kind === 'local' && text > to.text) return false;
  return !(to.kind === 'moment' && epoch > to.epoch);
}
