import type { Leg, Row } from '../story/leg';

export interface RestShape {
  /** The names of a record's fields: section 7 knows two of nearly each. */
  readonly names: 'first' | 'second';
  readonly wrapper: 'cdr' | 'array' | 'data';
}

/** One record a call, as a gateway makes it of the PBX's legs: whatever it cannot say is lost (section 3.9, rule 14). */
export function restRecord(rows: readonly Row[], { names }: RestShape): Record<string, unknown> {
  const inTime = [...rows].sort((a, b) => a.startsAt - b.startsAt || Number(a.leg.AcctId) - Number(b.leg.AcctId));
  const first = inTime[0];
  if (!first) return {};
  const answered = inTime.find(isTalk);
  const record = {
    uniqueid: first.leg.uniqueid,
    src: first.leg.src,
    dst: first.leg.dst,
    direction: first.leg.userfield.toLowerCase(),
    disposition: answered ? 'answered' : first.leg.disposition === 'BUSY' ? 'busy' : 'no answer',
    calldate: first.leg.start,
    duration: Math.round(Math.max(...inTime.map(({ endsAt }) => endsAt)) - first.startsAt),
    billsec: inTime.filter(isTalk).reduce((sum, { leg }) => sum + Number(leg.billsec), 0),
    src_name: first.leg.caller_name,
    dst_name: '',
    extension: extensionOf(first.leg, answered?.leg),
    trunk: inTime.map(({ leg }) => leg.src_trunk_name || leg.dst_trunk_name).find((name) => name !== '') ?? '',
    recordingfile: inTime.flatMap(({ leg }) => leg.recordfiles.split('@')).find((name) => name !== '') ?? '',
  };
  return names === 'first' ? record : otherNames(record);
}

const isTalk = ({ leg }: Row) =>
  leg.disposition === 'ANSWERED' && Number(leg.billsec) > 0 && (leg.lastapp === 'Dial' || leg.lastapp === 'Queue');

function extensionOf(first: Leg, answered: Leg | undefined): string {
  if (first.userfield === 'Inbound') return answered?.dstanswer ?? '';
  return first.channel_ext || first.src;
}

const OTHERS: Record<string, string> = {
  uniqueid: 'call_id',
  src: 'caller',
  dst: 'called',
  direction: 'type',
  calldate: 'start_time',
  src_name: 'caller_name',
  dst_name: 'called_name',
};

function otherNames(record: Record<string, unknown>): Record<string, unknown> {
  const renamed = Object.entries(record).map(([name, value]) => [OTHERS[name] ?? name, value]);
  return { ...Object.fromEntries(renamed), type: record['direction'] === 'outbound' ? 'out' : 'in' };
}

export function wrapped(records: readonly unknown[], { wrapper }: RestShape): unknown {
  return wrapper === 'array' ? records : { [wrapper]: records };
}
