import { type Call, callTypes, directions, outcomes } from '../calls/call';

/** The columns of a segment: everything a line of a list shows, one entry a call, oldest first. */
export interface Columns {
  /** number of the segment */
  id: number;
  count: number;
  /** UTC epoch seconds */
  start: Uint32Array;
  /** hash of the call's key: with the start it finds the call again */
  mark: Uint32Array;
  /** entries of the dictionaries */
  number: Uint32Array;
  name: Uint32Array;
  extension: Uint32Array;
  through: Uint32Array;
  did: Uint32Array;
  /** missing until a segment that older rules wrote is derived again (./renew) */
  trunk?: Uint32Array;
  /** places in the lists of lib/calls/call.ts */
  direction: Uint8Array;
  type: Uint8Array;
  outcome: Uint8Array;
  /** how many, at most 255 */
  recordings: Uint8Array;
  /** seconds, at most 65,535 */
  ring: Uint16Array;
  /** seconds */
  talk: Uint32Array;
}

/** Texts of a call as entries of the dictionaries. */
export interface Entries {
  number(text: string): number;
  name(text: string): number;
  extension(text: string): number;
}

/** Columns of calls given in order of start. */
export function buildColumns(id: number, calls: readonly Call[], entries: Entries): Columns {
  const count = calls.length;
  const trunk = new Uint32Array(count);
  const columns: Columns = {
    id,
    count,
    start: new Uint32Array(count),
    mark: new Uint32Array(count),
    number: new Uint32Array(count),
    name: new Uint32Array(count),
    extension: new Uint32Array(count),
    through: new Uint32Array(count),
    did: new Uint32Array(count),
    trunk,
    direction: new Uint8Array(count),
    type: new Uint8Array(count),
    outcome: new Uint8Array(count),
    recordings: new Uint8Array(count),
    ring: new Uint16Array(count),
    talk: new Uint32Array(count),
  };
  calls.forEach((call, i) => {
    columns.start[i] = call.start;
    columns.mark[i] = markOf(call.key);
    columns.number[i] = entries.number(call.number);
    columns.name[i] = entries.name(call.name);
    columns.extension[i] = entries.extension(call.extension);
    columns.through[i] = entries.extension(call.through);
    columns.did[i] = entries.extension(call.did);
    trunk[i] = entries.extension(call.trunk);
    columns.direction[i] = directions.indexOf(call.direction);
    columns.type[i] = callTypes.indexOf(call.type);
    columns.outcome[i] = outcomes.indexOf(call.outcome);
    columns.recordings[i] = Math.min(255, call.recordings.length);
    columns.ring[i] = Math.min(65_535, call.ring);
    columns.talk[i] = call.talk;
  });
  return columns;
}

/** FNV-1a, 32 bits. */
export function markOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** How a line names its call to whoever asks to open it. */
export function lineKey(start: number, mark: number): string {
  return `${start}-${mark.toString(36)}`;
}

export function readLineKey(key: string): { start: number; mark: number } | undefined {
  const found = /^(\d{1,10})-([0-9a-z]{1,7})$/.exec(key);
  if (!found) return undefined;
  return { start: Number(found[1]), mark: Number.parseInt(found[2] ?? '', 36) };
}
