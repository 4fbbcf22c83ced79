import { type NumberPlan, type NumberRead, readNumber } from './number';

const between = /[/;|,]| (?:ou|or|et|und|and|oder) /i;

/**
 * The numbers in a phone field of Dolibarr, where people also write two (`01 23 45 67 89 / 06 12 34 56 78`).
 * One as a rule; several only when the whole cannot be a number and a part of it can.
 * `plan.outsidePrefix` should be '' and `plan.country` the party's own.
 */
export function readStoredNumbers(stored: string, plan: NumberPlan): NumberRead[] {
  const whole = readNumber(stored, plan);
  if (whole.kind !== 'outside' || whole.e164 !== undefined) return [whole];
  const parts = stored
    .split(between)
    .map((part) => readNumber(part, plan))
    .filter((part) => part.kind === 'own' || (part.kind === 'outside' && part.e164 !== undefined));
  return parts.length > 0 ? parts : [whole];
}
