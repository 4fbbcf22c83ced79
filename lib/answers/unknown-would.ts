import type { NumberPlan } from '../calls/number';
import type { Ground, UnknownRules } from '../calls/unknown-number';
import type { UnknownRecord } from '../store/unknown-numbers';
import { type UnknownNumber, verdictOf } from './unknown-numbers';

/** Days that `made` looks back. */
export const WOULD_DAYS = 30;

/**
 * What rules would do before they are switched on: `proposed`, numbers of the kept calls that a person would be asked
 * about; `made`, those that the calls of the last days would have made into thirdparties without asking. `now`: UTC epoch seconds.
 */
export function whatRulesWould(
  numbers: readonly UnknownNumber[],
  { decisions }: UnknownRecord,
  plan: NumberPlan,
  rules: UnknownRules,
  ground: Omit<Ground, 'since'>,
  now: number,
): { proposed: number; made: number } {
  const since = now - WOULD_DAYS * 86_400;
  const verdicts = numbers
    .filter(({ digits }) => !decisions[digits])
    .map((number) => verdictOf(number, plan, { ...rules, mode: 'automatic' }, { ...ground, since }));
  return {
    proposed: verdicts.filter((verdict) => verdict !== 'nothing').length,
    made: verdicts.filter((verdict) => verdict === 'create').length,
  };
}
