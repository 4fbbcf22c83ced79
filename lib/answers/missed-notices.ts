import { inWorkingHours, type WorkingHours } from '../calls/working-hours';
import type { ZoneClock } from '../calls/zone-clock';
import { markOf } from '../store/columns';
import type { MissedCaller } from './recent-missed';

/** Seconds after which a missed call is no news: the browser was closed, and the list of missed calls has it. */
export const NEWS = 4 * 3600;

/** When each caller was told of last, by a mark that names nobody; UTC epoch seconds. */
export type Told = Readonly<Record<string, number>>;

export interface NewMissed {
  lines: MissedCaller[];
  told: Told;
}

/**
 * Of the callers who wait to be called back those nobody was told of since their first attempt, or since the time they were
 * put off to; those of before `since` for the latter alone. `hours`: in which alone
 * people want to be told; `now`: UTC epoch seconds. A hidden caller is not the next hidden caller.
 */
export function newMissed(
  open: readonly MissedCaller[],
  told: Told,
  hours: { of: WorkingHours; clock: ZoneClock } | undefined,
  { since, now }: { since: number; now: number },
): NewMissed {
  const kept = Object.fromEntries(Object.entries(told).filter(([, at]) => at > now - 7 * 86_400));
  const lines = open.filter(({ call, first, until }) => {
    const known = told[callerOf(call)];
    // put off and due now
    if (until > Math.max(now - NEWS, known ?? 0)) return true;
    if (call.start < since || (known !== undefined && known >= first)) return false;
    return !hours || inWorkingHours(call.start, hours.of, hours.clock);
  });
  return { lines, told: { ...kept, ...Object.fromEntries(lines.map(({ call }) => [callerOf(call), now])) } };
}

/** The same in every notation of a number. */
export function callerOf({ rawNumber, key }: MissedCaller['call']): string {
  const digits = rawNumber.replace(/\D/g, '').slice(-9);
  return String(markOf(digits === '' ? key : digits));
}
