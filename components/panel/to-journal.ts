import type { PartyRef } from '../../lib/questions/questions';
import type { PanelFilter } from './filter';
import { writeFragment } from './fragment';

/**
 * Which view of the page of all calls shows the calls that a figure of the panel counts: those of the card, by the panel's
 * filters, and by `part` of the journal's own (`talk=1-`). `now`: UTC epoch seconds.
 */
export function toJournal(card: PartyRef, filter: PanelFilter, part: Record<string, string>, now: number): string {
  // the journal has no twelve months of its own
  const known =
    filter.period === '12m' ? { ...filter, period: 'range' as const, from: yearBefore(now), to: '' } : filter;
  const values = new URLSearchParams(writeFragment(known).split('?')[1] ?? '');
  values.set('card', `${card.kind}:${card.id}`);
  for (const [name, value] of Object.entries(part)) values.set(name, value);
  return `/journal?${values}`;
}

/** Of this day a year ago in the browser's zone, yyyy-mm-dd. */
function yearBefore(now: number): string {
  const today = new Date(now * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${today.getFullYear() - 1}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
}
