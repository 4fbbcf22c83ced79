import type { Call } from '../calls/call';
import { type Leg, legKey } from '../calls/leg';
import { isForward } from '../calls/leg-kind';
import { CALL_SPAN, regroup } from '../calls/regroup';
import type { CallStore } from './call-store';
import { storeError } from './database';
import { callName } from './erased';
import { rebuildSegments } from './rebuild-segments';
import { callOf, type StoredCall } from './segment';
import { areTied, type Ties, tiesOf } from './ties';
import { siftErased } from './without-erased';
import { writeSegments } from './write-segments';

/** Legs of one call may be this far from each other, and the PBX's wall clock this far from UTC. */
const MARGIN = CALL_SPAN + 3600;

export interface Added {
  /** legs that were not known before */
  newLegs: number;
  /** calls there are more of now; negative when legs joined known calls */
  newCalls: number;
  /** of the calls looked at, the newest: its start (UTC epoch seconds) and what it tells of the PBX's clock */
  newest?: { start: number; offset: number };
}

/**
 * Puts legs with the calls they belong to, in one transaction: a leg known already changes nothing, a late one joins
 * its call, one that belongs to two calls joins these. `state` is written in the same transaction (coverage).
 * `offset`: seconds the PBX's clock is ahead of UTC, for legs that name no epoch.
 * With a `state` it returns when all of it and of what was added before is committed; without one it may return while the
 * disk still works, and a failure is thrown by the next call. So a state is never kept without the legs before it.
 * Throws AppError `store-full`, `store-broken`; nothing of the legs is kept then, nor of those not yet committed.
 */
export function addLegs(
  store: CallStore,
  legs: readonly Leg[],
  offset: number,
  state: Record<string, unknown> = {},
): Promise<Added> {
  return store.writing(async () => {
    try {
      const added = await add(store, legs, offset, state);
      if (Object.keys(state).length > 0) await store.committed();
      return added;
    } catch (error) {
      store.forget();
      throw storeError(error);
    }
  });
}

async function add(
  store: CallStore,
  brought: readonly Leg[],
  offset: number,
  state: Record<string, unknown>,
): Promise<Added> {
  const memory = await store.memory();
  const { legs, gone } = await siftErased(store.erased, brought, offset, store.digitsOf);
  // Read once: a segment read again would give other objects for the same calls, and the old ones would stay.
  const read = new Map<number, StoredCall[]>();
  const rowsOf = async (id: number) => {
    const found = read.get(id) ?? (await store.rows(id));
    read.set(id, found);
    return found;
  };
  const { from, until } = stretchOf(legs, offset);
  const known: { id: number; stored: StoredCall }[] = [];
  for (const id of await segmentsToJoin(store, legs, memory.catalogue.overlapping(from - MARGIN, until + MARGIN))) {
    for (const stored of await rowsOf(id)) {
      if (stored.call.start >= from - MARGIN && stored.call.start <= until + MARGIN) known.push({ id, stored });
    }
  }

  const joined = known.length === 0 ? [] : callsToJoin(legs, known);
  const fresh = unknownLegs(legs, joined);
  if (fresh.length === 0) {
    await writeSegments(store, memory, undefined, state);
    return { newLegs: 0, newCalls: 0 };
  }
  const groups = regroup([...joined.flatMap(({ stored }) => stored.legs), ...fresh]);
  const erased = groups.filter((group) => group.some((leg) => gone.has(leg)));
  if (erased.length > 0) await store.erased.mark(erased.flat().map(callName));
  const calls = groups.filter((group) => !erased.includes(group)).map((group) => callOf(group, offset));
  await writeSegments(store, memory, await rebuildSegments(rowsOf, memory, joined, calls), state);
  const newest = calls.reduce<Call | undefined>(
    (best, { call }) => (best && best.start > call.start ? best : call),
    undefined,
  );
  return {
    newLegs: fresh.filter((leg) => !erased.some((group) => group.includes(leg))).length,
    newCalls: calls.length - joined.length,
    ...(newest ? { newest: { start: newest.start, offset: newest.offset } } : {}),
  };
}

/** UTC stretch in which calls of these legs may lie: by their epochs where they name one, by the clock besides. */
function stretchOf(legs: readonly Leg[], offset: number): { from: number; until: number } {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const leg of legs) {
    for (const time of [Number.parseInt(leg.uniqueid, 10), leg.start - offset]) {
      if (!(time > 0)) continue;
      from = Math.min(from, time);
      until = Math.max(until, time);
    }
  }
  return { from, until };
}

/** A leg that is known stands in a call that the same leg would join. */
function unknownLegs(legs: readonly Leg[], joined: readonly { stored: StoredCall }[]): Leg[] {
  const keys = new Set<string>();
  for (const { stored } of joined) for (const leg of stored.legs) keys.add(legKey(leg));
  if (keys.size === 0) return [...legs];
  return legs.filter((leg) => !keys.has(legKey(leg)));
}

/** Of the segments nearby those with calls that the legs may change: few are read, and mostly none. */
async function segmentsToJoin(
  store: CallStore,
  legs: readonly Leg[],
  near: readonly { id: number }[],
): Promise<number[]> {
  if (near.length === 0) return [];
  const ties: { id: number; tie: Ties }[] = [];
  for (const { id } of near) ties.push({ id, tie: await store.ties(id) });
  const own = tiesOf([{ legs }]);
  // Forwarded legs are tied by time, so where there are any, all calls nearby are looked at together.
  const all = own.forwarded || ties.some(({ tie }) => tie.forwarded);
  return ties.filter(({ tie }) => all || areTied(own, tie)).map(({ id }) => id);
}

/** Known calls that the legs belong to or may change: those with a session or channel in common, or with neither. */
function callsToJoin<T extends { stored: StoredCall }>(legs: readonly Leg[], known: readonly T[]): T[] {
  if (legs.some(isForward) || known.some(({ stored }) => stored.forwarded)) return [...known];
  const names = new Set(legs.flatMap(({ session, uniqueid }) => [session, uniqueid]));
  names.delete('');
  const nameless = legs.some(isNameless);
  return known.filter(({ stored }) => {
    return stored.legs.some(
      (leg) => names.has(leg.session) || names.has(leg.uniqueid) || (nameless && isNameless(leg)),
    );
  });
}

function isNameless(leg: Leg): boolean {
  return leg.session === '' && leg.uniqueid === '';
}
