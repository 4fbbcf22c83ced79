import type { Leg } from '../calls/leg';
import type { Erased } from './erased';
import { callName, numberName, rawName } from './erased';
import { rawNumbers } from './leg-numbers';

export interface Sifted {
  /** legs of calls that are known to be erased are left out */
  legs: readonly Leg[];
  /** of these, those that name an erased number: their calls are to go, and to be marked */
  gone: ReadonlySet<Leg>;
}

/**
 * What a poll brought of what was erased. `digitsOf` reads a number as the settings say; `offset`: seconds the PBX's clock
 * is ahead of UTC, for legs that name no epoch.
 */
export async function siftErased(
  erased: Erased,
  legs: readonly Leg[],
  offset: number,
  digitsOf: (raw: string) => string,
): Promise<Sifted> {
  if (legs.length === 0 || (await erased.isEmpty())) return { legs, gone: new Set() };
  const calls = await erased.marked(legs.map(callName));
  const rest = legs.filter((leg) => !calls.has(callName(leg)));
  const numbers = await erased.marked(rest.flatMap((leg) => namesOf(leg, digitsOf)));
  const gone = rest.filter((leg) => {
    const began = Number.parseInt(leg.uniqueid, 10) || leg.start - offset;
    return namesOf(leg, digitsOf).some((name) => began <= (numbers.get(name) ?? 0));
  });
  return { legs: rest, gone: new Set(gone) };
}

function namesOf(leg: Leg, digitsOf: (raw: string) => string): string[] {
  return rawNumbers(leg).flatMap((raw) => {
    const digits = digitsOf(raw);
    return digits === '' ? [rawName(raw)] : [rawName(raw), numberName(digits)];
  });
}
