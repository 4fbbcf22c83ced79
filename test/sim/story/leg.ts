/**
 * One row of the UCM's call records: every documented field is there, as a string, empty or not (section 3.3).
 * Built from one blank literal so that a hundred thousand of them have one shape.
 */
export const BLANK_LEG = {
  AcctId: '',
  accountcode: '',
  src: '',
  dst: '',
  dcontext: '',
  clid: '',
  channel: '',
  dstchannel: '',
  lastapp: '',
  lastdata: '',
  start: '',
  answer: '',
  end: '',
  duration: '',
  billsec: '',
  disposition: '',
  amaflags: 'DOCUMENTATION',
  uniqueid: '',
  userfield: '',
  channel_ext: '',
  dstchannel_ext: '',
  service: 's',
  caller_name: '',
  recordfiles: '',
  dstanswer: '',
  chanext: '',
  dstchanext: '',
  session: '',
  action_owner: '',
  action_type: '',
  src_trunk_name: '',
  dst_trunk_name: '',
  nat_call: 'no',
  nat_call_peer: 'no',
  video_call: 'no',
  gds_call: 'no',
  gsc_call: 'no',
  wave_src_seqid: '',
  wave_dst_seqid: '',
  gdms_unique_code: '',
  device_info: '',
  device_info_peer: '',
  recordfiles_desc: '',
};

export type Leg = typeof BLANK_LEG;

/** A leg and the moments that its text does not say without doubt, all UTC epoch seconds. */
export interface Row {
  readonly leg: Leg;
  readonly startsAt: number;
  readonly endsAt: number;
  /** When the PBX writes the row: at the leg's end (section 3.7), or later when the story says so. */
  visibleAt: number;
  /** Seconds of its recordings together, where the row itself does not say. */
  recordedSeconds?: number;
}

/** The fields a UCM6100 wrote (section 3.2, its CSV header). */
const OLD_FIELDS =
  'AcctId,accountcode,src,dst,dcontext,clid,channel,dstchannel,lastapp,lastdata,start,answer,end,duration,billsec,disposition,amaflags,uniqueid,userfield,channel_ext,dstchannel_ext,service'.split(
    ',',
  );

/** The same row as a UCM6100 would have kept it: fewer fields, `EXT` for every kind of call, SIP channels. */
export function oldLeg(leg: Leg): Partial<Leg> {
  const kept = Object.entries({ ...leg, userfield: 'EXT' }).filter(([field]) => OLD_FIELDS.includes(field));
  return Object.fromEntries(kept.map(([field, value]) => [field, value.replace('PJSIP/', 'SIP/')]));
}
