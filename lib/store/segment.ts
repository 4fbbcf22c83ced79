import type { Call } from '../calls/call';
import { DERIVATION, deriveCall } from '../calls/derive';
import type { Leg } from '../calls/leg';
import { isForward } from '../calls/leg-kind';
import type { SegmentEntry } from './catalogue';
import { buildColumns, type Columns, type Entries } from './columns';
import type { RowsRecord } from './database';
import { type LegRow, packLegs, unpackLegs } from './leg-row';

/** Calls of a segment, at most about this many. */
export const SEGMENT_CALLS = 1000;

/** A call with the legs it was made from. */
export interface StoredCall {
  call: Call;
  legs: Leg[];
  /** has a leg that follow-me or a forward sent outside: tied to its call by time, not by name */
  forwarded: boolean;
}

/** The call of one group of regroup(). `offset`: seconds the PBX's clock is ahead of UTC, for legs without an epoch. */
export function callOf(legs: Leg[], offset: number): StoredCall {
  return { call: deriveCall(legs, offset), legs, forwarded: legs.some(isForward) };
}

/** As kept: the call's offset (for legs without an epoch), then its legs. */
type CallRow = [offset: number, ...legs: LegRow[]];

export function packRows(id: number, calls: readonly StoredCall[]): RowsRecord {
  const rows: CallRow[] = calls.map(({ call, legs }) => [call.offset, ...packLegs(legs)]);
  return { id, rows: JSON.stringify(rows) };
}

export function unpackRows(record: RowsRecord): StoredCall[] {
  const rows: CallRow[] = JSON.parse(record.rows);
  return rows.map(([offset, ...packed]) => callOf(unpackLegs(packed), offset));
}

export interface BuiltSegment {
  entry: SegmentEntry;
  columns: Columns;
  rows: RowsRecord;
  /** entries of the numbers that occur in it, each once */
  numbers: Uint32Array;
}

/** Everything that is written for a segment; `calls` is not empty and in order of start. */
export function buildSegment(id: number, calls: readonly StoredCall[], entries: Entries): BuiltSegment {
  const columns = buildColumns(
    id,
    calls.map(({ call }) => call),
    entries,
  );
  return {
    entry: {
      id,
      from: columns.start[0] ?? 0,
      until: columns.start[columns.count - 1] ?? 0,
      count: columns.count,
      rules: DERIVATION,
    },
    numbers: new Uint32Array(new Set(columns.number)),
    columns,
    rows: packRows(id, calls),
  };
}
