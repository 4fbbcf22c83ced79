import type { Leg } from '../calls/leg';

/** Everything in a leg that may be somebody's number from outside, as the UCM wrote it. */
export function rawNumbers(leg: Leg): string[] {
  return [leg.src, leg.dst, leg.from, leg.to, leg.answeredBy].filter((raw) => raw !== '');
}
