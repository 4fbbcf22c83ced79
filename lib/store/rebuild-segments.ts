import type { CallMemory } from './call-store';
import type { Entries } from './columns';
import { placeCalls } from './place-calls';
import { type BuiltSegment, buildSegment, SEGMENT_CALLS, type StoredCall } from './segment';

/** Segments as they are to be written, with their calls, and those of which nothing is left. */
export interface Rebuilt {
  segments: { segment: BuiltSegment; calls: StoredCall[] }[];
  emptied: number[];
}

/** Puts `calls` in place of those in `joined`: into segments that never overlap, each in order of start. */
export async function rebuildSegments(
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
