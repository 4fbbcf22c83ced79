import type { Direction } from './call';
import type { Leg } from './leg';
import { comesFromTrunk, goesToTrunk, INTERNAL_DIGITS, isForward, reachedExtension } from './leg-kind';

/** First rule that fires; tandem before incoming, since its legs have a source trunk too (3.6 and 3.9, rule 6). */
export function directionOf(legs: readonly Leg[]): Direction {
  const own = legs.filter((leg) => !isForward(leg));
  // A forwarded leg alone is what is left of an incoming call, never an outgoing one.
  if (own.length === 0) return 'in';
  if (own.some((leg) => comesFromTrunk(leg) && goesToTrunk(leg)) && !own.some((leg) => reachedExtension(leg) !== '')) {
    return 'external';
  }
  return trunkDirection(own) ?? directionByWords(own);
}

/** Which way the call first went over a trunk: one of ours who passes on whom he called has still called out. */
function trunkDirection(legs: readonly Leg[]): Direction | undefined {
  let outSince: number | undefined;
  for (const leg of legs) {
    if (outSince !== undefined && leg.start > outSince) break;
    if (comesFromTrunk(leg)) return 'in';
    if (outSince === undefined && goesToTrunk(leg)) outSince = leg.start;
  }
  return outSince === undefined ? undefined : 'out';
}

function directionByWords(legs: readonly Leg[]): Direction {
  const first = legs[0];
  switch (first?.userfield) {
    case 'Inbound':
      return 'in';
    case 'Outbound':
      return 'out';
    case 'Internal':
      return 'internal';
    case 'External':
      return 'external';
  }
  // UCM6100: the names of the two sides where there are any, else the shape of the numbers.
  const fromUs = isInternalNumber(first?.from || first?.src || '');
  const toUs = legs.some((leg) => isInternalNumber(leg.to || leg.dst));
  if (fromUs === toUs) return fromUs ? 'internal' : 'external';
  return fromUs ? 'out' : 'in';
}

function isInternalNumber(number: string): boolean {
  return number.length <= INTERNAL_DIGITS && /^[0-9*#]+$/.test(number);
}
