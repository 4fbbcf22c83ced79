import type { NumberPlan } from '../calls/number';
import type { PartyName } from '../questions/questions';
import type { CallStore } from '../store/call-store';
import type { PartyStore } from '../store/parties';
import { allCallsOf, hitAt } from './all-calls';
import { matchRaw } from './card-numbers';
import { recentLine } from './lines';
import { type Following, openTurns } from './missed-callers';

/** A caller who waits to be called back; his newest call. Times: UTC epoch seconds. */
export interface MissedCaller {
  call: { key: string; start: number; number: string; rawNumber: string; name: string; parties: readonly PartyName[] };
  attempts: number;
  first: number;
  /** until when it was put off; 0 when it was not */
  until: number;
}

export interface RecentMissed {
  /** callers who wait */
  open: number;
  /** the newest of them */
  callers: MissedCaller[];
}

/**
 * Callers who got nobody since `from` (UTC epoch seconds) and wait, as the view of missed calls counts them, but for
 * those that were given to a colleague. Reads the calls since then alone: it is asked after every synchronisation, of which
 * most bring nothing.
 */
export async function recentMissed(
  { store, parties, plan }: { store: CallStore; parties: PartyStore; plan: () => NumberPlan },
  following: Following,
  { from, limit }: { from: number; limit: number },
): Promise<RecentMissed> {
  const memory = await store.memory();
  const ids = memory.catalogue.overlapping(from, Number.MAX_SAFE_INTEGER).map(({ id }) => id);
  const calls = allCallsOf(await store.columns(ids), memory.numbers.alike());
  const turns = openTurns({ calls, memory }, following, from);
  const callers: MissedCaller[] = [];
  for (const { attempts, hand } of turns.slice(0, limit)) {
    const [hit, first] = [hitAt(calls, attempts[0] ?? -1), hitAt(calls, attempts.at(-1) ?? -1)];
    if (!hit || !first) continue;
    const rawNumber = memory.numbers.text(hit.columns.number[hit.row] ?? 0);
    const line = recentLine(memory, plan(), hit, await matchRaw(parties, plan(), rawNumber), '');
    callers.push({
      call: { ...line, rawNumber },
      attempts: attempts.length,
      first: first.columns.start[first.row] ?? 0,
      until: hand?.until ?? 0,
    });
  }
  return { open: turns.length, callers };
}
