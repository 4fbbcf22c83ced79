import type { Leg } from '../calls/leg';

/** What stands for a text that is the same as in the leg before: legs of a call repeat most of theirs. */
const SAME = 0;
type Text = string | typeof SAME;

/** A leg as it is kept: its values in this order, which is written out because 300,000 of them are packed in a fill. */
export type LegRow = [
  acctId: Text,
  uniqueid: Text,
  session: Text,
  src: Text,
  dst: Text,
  name: Text,
  start: number,
  answer: number,
  duration: number,
  talk: number,
  disposition: Text,
  app: Text,
  action: Text,
  userfield: Text,
  channel: Text,
  dstChannel: Text,
  from: Text,
  to: Text,
  answeredBy: Text,
  srcTrunk: Text,
  dstTrunk: Text,
  recordings: Leg['recordings'],
  recorded: number,
];

export function packLegs(legs: readonly Leg[]): LegRow[] {
  let before: Leg | undefined;
  return legs.map((leg) => {
    const last = before;
    before = leg;
    return [
      leg.acctId === last?.acctId ? SAME : leg.acctId,
      leg.uniqueid === last?.uniqueid ? SAME : leg.uniqueid,
      leg.session === last?.session ? SAME : leg.session,
      leg.src === last?.src ? SAME : leg.src,
      leg.dst === last?.dst ? SAME : leg.dst,
      leg.name === last?.name ? SAME : leg.name,
      leg.start,
      leg.answer,
      leg.duration,
      leg.talk,
      leg.disposition === last?.disposition ? SAME : leg.disposition,
      leg.app === last?.app ? SAME : leg.app,
      leg.action === last?.action ? SAME : leg.action,
      leg.userfield === last?.userfield ? SAME : leg.userfield,
      leg.channel === last?.channel ? SAME : leg.channel,
      leg.dstChannel === last?.dstChannel ? SAME : leg.dstChannel,
      leg.from === last?.from ? SAME : leg.from,
      leg.to === last?.to ? SAME : leg.to,
      leg.answeredBy === last?.answeredBy ? SAME : leg.answeredBy,
      leg.srcTrunk === last?.srcTrunk ? SAME : leg.srcTrunk,
      leg.dstTrunk === last?.dstTrunk ? SAME : leg.dstTrunk,
      leg.recordings,
      leg.recorded,
    ];
  });
}

export function unpackLegs(rows: readonly LegRow[]): Leg[] {
  let before: Leg | undefined;
  return rows.map((row) => {
    const last = before;
    const leg: Leg = {
      acctId: row[0] === SAME ? (last?.acctId ?? '') : row[0],
      uniqueid: row[1] === SAME ? (last?.uniqueid ?? '') : row[1],
      session: row[2] === SAME ? (last?.session ?? '') : row[2],
      src: row[3] === SAME ? (last?.src ?? '') : row[3],
      dst: row[4] === SAME ? (last?.dst ?? '') : row[4],
      name: row[5] === SAME ? (last?.name ?? '') : row[5],
      start: row[6],
      answer: row[7],
      duration: row[8],
      talk: row[9],
      disposition: row[10] === SAME ? (last?.disposition ?? '') : row[10],
      app: row[11] === SAME ? (last?.app ?? '') : row[11],
      action: row[12] === SAME ? (last?.action ?? '') : row[12],
      userfield: row[13] === SAME ? (last?.userfield ?? '') : row[13],
      channel: row[14] === SAME ? (last?.channel ?? '') : row[14],
      dstChannel: row[15] === SAME ? (last?.dstChannel ?? '') : row[15],
      from: row[16] === SAME ? (last?.from ?? '') : row[16],
      to: row[17] === SAME ? (last?.to ?? '') : row[17],
      answeredBy: row[18] === SAME ? (last?.answeredBy ?? '') : row[18],
      srcTrunk: row[19] === SAME ? (last?.srcTrunk ?? '') : row[19],
      dstTrunk: row[20] === SAME ? (last?.dstTrunk ?? '') : row[20],
      recordings: row[21],
      recorded: row[22],
    };
    before = leg;
    return leg;
  });
}
