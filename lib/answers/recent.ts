import type { NumberPlan } from '../calls/number';
import type { RecentLine } from '../questions/questions';
import type { CallStore } from '../store/call-store';
import { newestCalls } from '../store/find-calls';
import type { PartyStore } from '../store/parties';
import { matchRaw } from './card-numbers';
import { recentLine } from './lines';

/** The newest calls of all but internal ones, each with whoever has its number now. */
export async function recentCalls(
  store: CallStore,
  parties: PartyStore,
  plan: NumberPlan,
  dolibarrRoot: string,
  limit: number,
): Promise<RecentLine[]> {
  const memory = await store.memory();
  const hits = await newestCalls(store, limit);
  return Promise.all(
    hits.map(async (hit) => {
      const raw = memory.numbers.text(hit.columns.number[hit.row] ?? 0);
      return recentLine(memory, plan, hit, await matchRaw(parties, plan, raw), dolibarrRoot);
    }),
  );
}
