import { type Leg, legKey } from '../calls/leg';
import { isForward } from '../calls/leg-kind';
import { CALL_SPAN, regroup } from '../calls/regroup';
import type { CallMemory, CallStore } from './call-store';
import type { Entries } from './columns';
import { storeError } from './database';
import { placeCalls } from './place-calls';
import { type BuiltSegment, buildSegment, callOf, SEGMENT_CALLS, type StoredCall } from './segment';

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
 * Throws AppError `store-full`, `store-broken`; nothing of the legs is kept then.
 */
export function addLegs(
  store: CallStore,
  legs: readonly Leg[],
  offset: number,
  state: Record<string, unknown> = {},
): Promise<Added> {
  return store.writing(async () => {
    try {
      return await add(store, legs, offset, state);
    } catch (error) {
      store.forget();
      throw storeError(error);
    }
  });
}

async function add(
  store: CallStore,
  legs: readonly Leg[],
  offset: number,
  state: Record<string, unknown>,
): Promise<Added> {
  const memory = await store.memory();
  const { from, until } = stretchOf(legs, offset);
  const near = memory.catalogue.overlapping(from - MARGIN, until + MARGIN);
  // Read once: a segment read again would give other objects for the same calls, and the old ones would stay.
  const read = new Map<number, StoredCall[]>();
  const rowsOf = async (id: number) => {
    const found = read.get(id) ?? (await store.rows(id));
    read.set(id, found);
    return found;
  };
  const known: { id: number; stored: StoredCall }[] = [];
  for (const { id } of near) {
    for (const stored of await rowsOf(id)) {
      if (stored.call.start >= from - MARGIN && stored.call.start <= until + MARGIN) known.push({ id, stored });
    }
  }

  const joined = callsToJoin(legs, known);
  const fresh = unknownLegs(legs, joined);
  if (fresh.length === 0) {
    await write(store, memory, [], [], state);
    return { newLegs: 0, newCalls: 0 };
  }
  const calls = regroup([...joined.flatMap(({ stored }) => stored.legs), ...fresh]).map((group) =>
    callOf(group, offset),
  );
  const built = await rebuild(rowsOf, memory, joined, calls);
  await write(store, memory, built.segments, built.emptied, state);
  for (const { segment, calls: kept } of built.segments) store.keep(segment.entry.id, segment.columns, kept);
  for (const id of built.emptied) store.drop(id);
  const newest = calls.reduce((best, stored) => (best.call.start > stored.call.start ? best : stored)).call;
  return {
    newLegs: fresh.length,
    newCalls: calls.length - joined.length,
    newest: { start: newest.start, offset: newest.offset },
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

/**
 * Known calls that the legs belong to or may change: those with a session or channel in common, or with neither.
 * Forwarded legs are tied by time, so where there are any, all calls nearby are looked at together.
 */
function callsToJoin<T extends { stored: StoredCall }>(legs: readonly Leg[], known: readonly T[]): T[] {
  if (legs.some(isForward) || known.some(({ stored }) => stored.forwarded)) return [...known];
  const names = new Set<string>();
  let before: Leg | undefined;
  for (const leg of legs) {
    if (leg.session !== before?.session) names.add(leg.session);
    if (leg.uniqueid !== before?.uniqueid) names.add(leg.uniqueid);
    before = leg;
  }
  // An empty name is none: every call of a UCM6100 has an empty session.
  names.delete('');
  const nameless = legs.some(isNameless);
  return known.filter(({ stored }) => {
    let session: string | undefined;
    let uniqueid: string | undefined;
    for (const leg of stored.legs) {
      if (leg.session !== session && names.has(leg.session)) return true;
      if (leg.uniqueid !== uniqueid && names.has(leg.uniqueid)) return true;
      if (nameless && isNameless(leg)) return true;
      ({ session, uniqueid } = leg);
    }
    return false;
  });
}

function isNameless(leg: Leg): boolean {
  return leg.session === '' && leg.uniqueid === '';
}

interface Rebuilt {
  segments: { segment: BuiltSegment; calls: StoredCall[] }[];
  emptied: number[];
}

async function rebuild(
  rowsOf: (id: number) => Promise<StoredCall[]>,
  memory: CallMemory,
  joined: readonly { id: number; stored: StoredCall }[],
  calls: readonly StoredCall[],
): Promise<Rebuilt> {
  const removed = new Set(joined.map(({ stored }) => stored));
  const touched = new Set(joined.map(({ id }) => id));
  const ordered = calls.map((stored) => ({ start: stored.call.start, stored })).sort((a, b) => a.start - b.start);
  const { into, fresh } = placeCalls(memory.catalogue.segments(), ordered);
  const entries = entriesOf(memory);
  const result: Rebuilt = { segments: [], emptied: [] };

  for (const id of new Set([...touched, ...into.keys()])) {
    const kept = (await rowsOf(id)).filter((stored) => !removed.has(stored));
    const all = [...kept, ...(into.get(id) ?? []).map(({ stored }) => stored)].sort(inTime);
    const parts = split(all);
    if (parts.length === 0) result.emptied.push(id);
    parts.forEach((part, i) => {
      const segment = buildSegment(i === 0 ? id : memory.catalogue.newId(), part, entries);
      result.segments.push({ segment, calls: part });
    });
  }
  for (const list of fresh) {
    const part = list.map(({ stored }) => stored).sort(inTime);
    result.segments.push({ segment: buildSegment(memory.catalogue.newId(), part, entries), calls: part });
  }
  return result;
}

/** A segment that has grown too long is halved. */
function split(calls: StoredCall[]): StoredCall[][] {
  if (calls.length === 0) return [];
  if (calls.length <= SEGMENT_CALLS) return [calls];
  const half = calls.length >> 1;
  return [...split(calls.slice(0, half)), ...split(calls.slice(half))];
}

function inTime(a: StoredCall, b: StoredCall): number {
  return a.call.start - b.call.start || (a.call.key < b.call.key ? -1 : 1);
}

function entriesOf(memory: CallMemory): Entries {
  return {
    number: (text) => memory.numbers.entry(text),
    name: (text) => memory.names.entry(text),
    extension: (text) => memory.extensions.entry(text),
  };
}

async function write(
  store: CallStore,
  memory: CallMemory,
  segments: readonly { segment: BuiltSegment }[],
  emptied: readonly number[],
  state: Record<string, unknown>,
): Promise<void> {
  const places = store.places();
  await places.prepare([...segments.map(({ segment }) => segment.entry.id), ...emptied]);
  for (const { segment } of segments) {
    memory.catalogue.put(segment.entry);
    places.put(segment.entry.id, segment.numbers);
  }
  for (const id of emptied) {
    memory.catalogue.remove(id);
    places.remove(id);
  }
  const tx = store.db.transaction(['rows', 'columns', 'catalogue', 'places', 'dictionary', 'state'], 'readwrite');
  const asked: Promise<unknown>[] = [tx.done];
  // Each request fails by itself when the transaction does; what went wrong is thrown once, by the wait below.
  const ask = (request: Promise<unknown>) => {
    request.catch(() => undefined);
    asked.push(request);
  };
  try {
    for (const { segment } of segments) {
      ask(tx.objectStore('rows').put(segment.rows));
      ask(tx.objectStore('columns').put(segment.columns));
    }
    for (const id of emptied) {
      ask(tx.objectStore('rows').delete(id));
      ask(tx.objectStore('columns').delete(id));
    }
    for (const group of memory.catalogue.takeChanged()) ask(tx.objectStore('catalogue').put(group));
    for (const record of places.takeChanged()) ask(tx.objectStore('places').put(record));
    for (const words of [memory.numbers, memory.names, memory.extensions]) {
      for (const block of words.takeChanged()) ask(tx.objectStore('dictionary').put(block));
    }
    for (const [name, value] of Object.entries(state)) ask(tx.objectStore('state').put(value, name));
  } catch (error) {
    // A value that cannot be kept throws at once; what was asked before it would still be written.
    tx.done.catch(() => undefined);
    tx.abort();
    throw error;
  }
  await Promise.all(asked);
}

/** Reads every kept number again by the rules of now. */
export function rereadNumbers(store: CallStore): Promise<void> {
  return store.writing(async () => {
    const memory = await store.memory();
    memory.numbers.reread();
    await write(store, memory, [], [], {});
  });
}
