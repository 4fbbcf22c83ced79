import type { Call } from '../calls/call';
import { directions } from '../calls/call';
import { eventKeys } from '../calls/event-keys';
import type { Leg } from '../calls/leg';
import type { NumberPlan } from '../calls/number';
import type { CallStore } from '../store/call-store';
import { markOf } from '../store/columns';
import type { PartyStore } from '../store/parties';
import type { CardNoted } from './card';
import { matchRaw } from './card-numbers';
import { shownNumber } from './lines';

/**
 * Outside calls of a stretch (UTC epoch seconds, by their start) whose number is exactly one thirdparty's now, for an event
 * of each; oldest first, each with the mark by which it is remembered. Of several a person chooses; a probable match is
 * nobody's word. `known`: marks that need not be looked at again.
 */
export async function callsToLog(
  store: CallStore,
  parties: PartyStore,
  plan: NumberPlan,
  stretch: { from: number; until: number },
  known: ReadonlySet<number>,
): Promise<(CardNoted & { mark: number })[]> {
  const { catalogue, numbers } = await store.memory();
  const found: (CardNoted & { mark: number })[] = [];
  for (const columns of await store.columns(catalogue.overlapping(stretch.from, stretch.until).map(({ id }) => id))) {
    let rows: Awaited<ReturnType<CallStore['rows']>> | undefined;
    for (let row = 0; row < columns.count; row++) {
      const start = columns.start[row] ?? 0;
      const mark = columns.mark[row] ?? 0;
      const direction = directions[columns.direction[row] ?? 0] ?? 'in';
      if (start < stretch.from || start >= stretch.until || known.has(mark)) continue;
      if (direction !== 'in' && direction !== 'out') continue;
      const match = await matchRaw(parties, plan, numbers.text(columns.number[row] ?? 0));
      const owner = match?.strength === 'exact' ? theOne(match.reasons.map(({ party }) => party)) : undefined;
      if (!owner) continue;
      rows ??= await store.rows(columns.id);
      const stored = rows[row];
      if (!stored || markOf(stored.call.key) !== mark) continue;
      const { call, legs } = stored;
      found.push({ ...notedCall(call, legs, plan), ...owner, mark });
    }
  }
  return found;
}

/** A call as its event needs it, but for whom it is filed under. */
export function notedCall(
  call: Call,
  legs: readonly Leg[],
  plan: NumberPlan,
): Omit<CardNoted, 'thirdparty' | 'contact'> {
  return {
    id: call.key,
    keys: eventKeys(call, legs),
    start: call.start,
    end: call.start + call.duration,
    direction: call.direction,
    outcome: call.outcome,
    number: shownNumber(call.number, plan),
  };
}

/** The one thirdparty that all of them are or belong to, and the contact when there is but one. */
export function theOne(
  parties: readonly { kind: 'thirdparty' | 'contact'; id: number; thirdparty: number }[],
): { thirdparty: number; contact: number } | undefined {
  const companies = new Set(parties.map(({ kind, id, thirdparty }) => (kind === 'thirdparty' ? id : thirdparty)));
  const contacts = new Set(parties.flatMap(({ kind, id }) => (kind === 'contact' ? [id] : [])));
  const [company = 0] = companies;
  const [contact = 0] = contacts;
  if (companies.size !== 1 || company === 0) return undefined;
  return { thirdparty: company, contact: contacts.size === 1 ? contact : 0 };
}
