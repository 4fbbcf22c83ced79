import { withoutDirectionMarks } from '../calls/direction-marks';
import type { Leg } from '../calls/leg';
import { callerName } from './caller-name';
import { recordedSeconds, recordingNames } from './recording-names';
import { wallClockSeconds } from './wall-clock';

/** Why a row cannot be used; counted and shown. */
export type RowReason = 'not-an-object' | 'no-start' | 'no-identity';

/** No field that we keep is longer on a UCM; what is, was not written by one. */
const longestText = 256;

/**
 * One row of a cdrapi answer as a leg, or the reason why it is none. Values may be strings or numbers, and a missing
 * field is '' or 0; of the forty-odd fields only the ones of Leg are looked at (section 3.3).
 * Checked by hand and not by zod for its speed: 60,000 full rows took 0.24 s (0.35 of their JSON.parse), zod mini
 * 0.58 s for nothing but the types of the same fields (Node 20; eval is off in extensions, so zod cannot compile).
 */
export function readCdrRow(row: unknown): Leg | RowReason {
  if (!isRecord(row)) return 'not-an-object';
  const start = wallClockSeconds(text(row['start']));
  if (start === 0) return 'no-start';
  const acctId = text(row['AcctId']);
  const uniqueid = text(row['uniqueid']);
  const session = text(row['session']);
  if (acctId === '' && uniqueid === '' && session === '') return 'no-identity';
  const src = withoutDirectionMarks(text(row['src']));
  return {
    acctId,
    uniqueid,
    session,
    src,
    dst: withoutDirectionMarks(text(row['dst'])),
    name: callerName(text(row['caller_name']), text(row['clid']), src),
    start,
    answer: wallClockSeconds(text(row['answer'])),
    duration: duration(row, start),
    talk: count(row['billsec']),
    disposition: text(row['disposition']),
    app: text(row['lastapp']),
    action: text(row['action_type']),
    userfield: text(row['userfield']),
    channel: text(row['channel']),
    dstChannel: text(row['dstchannel']),
    from: text(row['channel_ext']),
    to: text(row['dstchannel_ext']),
    answeredBy: text(row['dstanswer']),
    srcTrunk: text(row['src_trunk_name']),
    dstTrunk: text(row['dst_trunk_name']),
    recordings: recordingNames(row['recordfiles']),
    recorded: recordedSeconds(text(row['recordfiles_desc'])),
  };
}

function text(value: unknown): string {
  if (typeof value === 'string') return value.length <= longestText ? value : value.slice(0, longestText);
  return typeof value === 'number' ? String(value) : '';
}

/** Whole seconds; 0 for what is no such number. */
function count(value: unknown): number {
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof seconds === 'number' && seconds > 0 && Number.isFinite(seconds) ? Math.trunc(seconds) : 0;
}

/** A row without a duration still has its end. */
function duration(row: Record<string, unknown>, start: number): number {
  const said = row['duration'];
  if (said !== undefined && said !== null && said !== '') return count(said);
  return Math.max(0, wallClockSeconds(text(row['end'])) - start);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
