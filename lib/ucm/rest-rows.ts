import * as z from 'zod/mini';
import { AppError } from '../errors';

const list = z.array(z.unknown());
const envelope = z.union([
  list,
  z.pipe(
    z.object({ cdr: list }),
    z.transform(({ cdr }) => cdr),
  ),
  z.pipe(
    z.object({ cdr_root: list }),
    z.transform(({ cdr_root }) => cdr_root),
  ),
  z.pipe(
    z.object({ data: list }),
    z.transform(({ data }) => data),
  ),
]);

type Row = Readonly<Record<string, unknown>>;

/**
 * What the simple REST form answers to a question for calls, in the fields of the other dialects, so that one reader
 * checks all of them: `{cdr: […]}`, a bare list, or one of the other two wrappers, whose records have other names
 * (section 7). Such a record is a whole call, of which no leg is known: no voicemail, no menu, no second recording.
 * Throws `ucm-answer` when there is no list.
 */
export function restRows(body: unknown): { cdr_root: unknown[] } {
  const read = envelope.safeParse(body);
  if (!read.success) throw new AppError('ucm-answer', { reason: 'no cdr' });
  return { cdr_root: read.data.map((row) => (isRecord(row) ? asCdr(row) : row)) };
}

function asCdr(row: Row): Row {
  const first = (...names: string[]) => names.map((name) => row[name]).find(hasValue) ?? '';
  const way = wayOf(first('direction', 'type'));
  const extension = first('extension');
  const disposition = dispositionOf(first('disposition'));
  const src = first('src', 'caller');
  const dst = first('dst', 'called');
  return {
    uniqueid: first('uniqueid', 'call_id'),
    src,
    dst,
    // Of an outgoing call this is the name of our own line.
    caller_name: way === 'Outbound' ? '' : first('src_name', 'caller_name'),
    start: first('calldate', 'start_time'),
    duration: first('duration'),
    billsec: first('billsec'),
    disposition,
    // Who talks was dialled: the form has nothing else.
    lastapp: 'Dial',
    userfield: way,
    channel_ext: way === 'Inbound' ? '' : extension || (way === 'Outbound' ? src : ''),
    dstchannel_ext: way === 'Inbound' ? extension : '',
    dstanswer: way === 'Inbound' && disposition === 'ANSWERED' ? extension : '',
    src_trunk_name: way === 'Inbound' ? first('trunk') : '',
    dst_trunk_name: way === 'Outbound' ? first('trunk') : '',
    recordfiles: first('recordingfile'),
  };
}

function wayOf(said: unknown): string {
  const word = typeof said === 'string' ? said.toLowerCase() : '';
  if (word === 'out' || word === 'outbound' || word === 'outgoing') return 'Outbound';
  if (word === 'in' || word === 'inbound' || word === 'incoming') return 'Inbound';
  return word === 'internal' ? 'Internal' : '';
}

/** `No answer` contains the word of an answered call: compared whole. */
function dispositionOf(said: unknown): string {
  const word =
    typeof said === 'string'
      ? said
          .trim()
          .toUpperCase()
          .replace(/[\s_-]+/g, ' ')
      : '';
  if (word === 'ANSWER') return 'ANSWERED';
  return word === 'NOANSWER' ? 'NO ANSWER' : word;
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
