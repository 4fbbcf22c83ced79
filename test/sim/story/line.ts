import type { Call } from './call';
import { HOUSE } from './house';
import { BLANK_LEG, type Leg, type Row } from './leg';
import type { Pbx } from './pbx';

/** The caller's channel while the story walks along its steps; `at` moves on with each of them. */
export interface Line {
  readonly pbx: Pbx;
  readonly call: Call;
  readonly rows: Row[];
  readonly src: string;
  readonly did: string;
  readonly uniqueid: string;
  readonly session: string;
  readonly channel: string;
  /** What every row of this channel says, whatever is done to it. */
  readonly common: Partial<Leg>;
  /** UTC epoch seconds. */
  at: number;
  /** True once a stretch of talk has been recorded. */
  recorded: boolean;
}

export interface Stretch {
  readonly start: number;
  /** UTC epoch seconds, as written in `answer` whether or not anyone answered. */
  readonly answer: number;
  readonly end: number;
  readonly billsec: number;
  /** Seconds, when the PBX's own count differs from end − start. */
  readonly duration?: number;
  readonly disposition: 'ANSWERED' | 'NO ANSWER' | 'BUSY' | 'FAILED' | 'CONGESTION';
}

/** Writes one row of the line's own channel. */
export function write(line: Line, stretch: Stretch, fields: Partial<Leg>): Row {
  const { zone } = line.pbx;
  const leg: Leg = {
    ...BLANK_LEG,
    ...line.common,
    start: zone.text(stretch.start),
    answer: zone.text(stretch.answer),
    end: zone.text(stretch.end),
    duration: String(stretch.duration ?? stretch.end - stretch.start),
    billsec: String(stretch.billsec),
    disposition: stretch.disposition,
    ...fields,
  };
  const row: Row = { leg, startsAt: stretch.start, endsAt: stretch.end, visibleAt: stretch.end };
  line.rows.push(row);
  return row;
}

/** The channel of somebody who calls from outside over the trunk. */
export function openInbound(call: Call, pbx: Pbx): Line {
  const src = call.caller;
  const analog = call.marks.analog;
  const did = analog ? 's' : call.did || HOUSE.did;
  const uniqueid = pbx.uniqueid(call.at);
  const session = pbx.session(call.at, src);
  const channel = pbx.channel(analog ? 'DAHDI' : 'trunk_2');
  const common: Partial<Leg> = {
    src,
    clid: `"${call.name}" <${src}>`,
    channel,
    uniqueid,
    session,
    userfield: 'Inbound',
    channel_ext: analog ? 'DAHDI/1-1' : 'trunk_2',
    caller_name: call.name,
    action_owner: src,
    src_trunk_name: analog ? 'Analogique' : 'Operateur SIP',
    wave_src_seqid: '0',
  };
  return { pbx, call, rows: [], src, did, uniqueid, session, channel, common, at: call.at, recorded: false };
}

/** The channel of one of our extensions that dials. */
export function openDesk(pbx: Pbx, call: Call, at: number, common: Partial<Leg>, src: string): Line {
  const uniqueid = pbx.uniqueid(at);
  const session = pbx.session(at, src);
  return {
    pbx,
    call,
    rows: [],
    src,
    did: '',
    uniqueid,
    session,
    channel: common.channel ?? '',
    common: { src, uniqueid, session, action_owner: src, action_type: 'DIAL', ...common },
    at,
    recorded: false,
  };
}
