import { directions } from '../calls/call';
import type { NumberPlan } from '../calls/number';
import { type NumberSeen, type PlanProposal, proposePlan } from '../calls/propose-plan';
import type { CallStore } from '../store/call-store';

/** Newest calls that are looked at: enough to tell a prefix, few enough to answer at once. */
const LOOKED_AT = 2000;

/** What the newest calls say of the country and the prefix of an outside line; `countries`: others that may be meant. */
export async function proposePlanOf(
  store: CallStore,
  plan: NumberPlan,
  countries: readonly string[],
): Promise<PlanProposal> {
  const { catalogue, numbers } = await store.memory();
  const seen: NumberSeen[] = [];
  for (const { id } of [...catalogue.segments()].reverse()) {
    const [columns] = await store.columns([id]);
    for (let row = (columns?.count ?? 0) - 1; columns && row >= 0 && seen.length < LOOKED_AT; row--) {
      const direction = directions[columns.direction[row] ?? 0] ?? 'in';
      if (direction !== 'in' && direction !== 'out') continue;
      seen.push({ raw: numbers.text(columns.number[row] ?? 0), dialled: direction === 'out' });
    }
    if (seen.length >= LOOKED_AT) break;
  }
  return proposePlan(seen, plan, countries);
}
