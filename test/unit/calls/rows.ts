import type { Leg } from '../../../lib/calls/leg';

/** A leg as a UCM in France would write it in summer (two hours ahead of UTC), told by what matters of it. */
export function leg(told: Partial<Leg> & { at: string; epoch?: string }): Leg {
  const { at, epoch, ...fields } = told;
  const start = wallClock(at);
  const uniqueid = fields.uniqueid ?? `${start - 7200}.1`;
  return {
    acctId: String(++count),
    uniqueid,
    session: `${uniqueid.slice(0, 10)}123456-x`,
    src: '0639981234',
    dst: '203',
    name: '',
    start,
    answer: start,
    duration: 0,
    talk: 0,
    disposition: 'NO ANSWER',
    app: 'Dial',
    action: 'DIAL',
    userfield: 'Inbound',
    channel: 'PJSIP/trunk_2-00000001',
    dstChannel: 'PJSIP/203-00000002',
    from: 'trunk_2',
    to: '203',
    answeredBy: '',
    srcTrunk: 'Operator',
    dstTrunk: '',
    recordings: [],
    recorded: 0,
    ...fields,
  };
}

let count = 1000;

/** `2026-07-14 09:12:00` as seconds as if it were UTC; a time alone is on that day. */
export function wallClock(at: string): number {
  const text = at.length > 8 ? at : `2026-07-14 ${at}`;
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;
}

/** An outgoing leg: extension 203 to an outside number. */
export function outLeg(told: Partial<Leg> & { at: string }): Leg {
  return leg({
    src: '203',
    dst: '0639981234',
    userfield: 'Outbound',
    channel: 'PJSIP/203-00000003',
    dstChannel: 'PJSIP/trunk_2-00000004',
    from: '203',
    to: 'trunk_2',
    srcTrunk: '',
    dstTrunk: 'Operator',
    ...told,
  });
}

export const answered = { disposition: 'ANSWERED' } satisfies Partial<Leg>;
