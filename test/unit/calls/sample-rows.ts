/**
 * The sample rows 1 to 15 of section 3.8, the fields that say something. The house is in Britain in summer, an hour
 * ahead of UTC; its number is 01632960401.
 */

export type Fields = Record<string, string>;

const day = (time: string) => `2022-08-22 ${time}`;

/** `times` is start, answer, end; `counts` is duration and billsec. */
function row(acctId: string, times: [string, string, string], counts: [number, number], fields: Fields): Fields {
  const [start, answer, end] = times;
  return {
    AcctId: acctId,
    start: day(start),
    answer: day(answer),
    end: day(end),
    duration: String(counts[0]),
    billsec: String(counts[1]),
    amaflags: 'DOCUMENTATION',
    service: 's',
    nat_call: 'no',
    ...fields,
  };
}

const trunkSide = { channel_ext: 'trunk_2', userfield: 'Inbound', src_trunk_name: 'TrunkOne' };
const desk203 = {
  src: '203',
  channel_ext: '203',
  clid: '"203 Home office" <203>',
  caller_name: '203 Home office',
  userfield: 'Internal',
  dcontext: 'from-internal',
  action_owner: '203',
};

/** 1 to 3: the end of a call that was parked on 71 and fetched by 203. */
const parkedCaller = {
  ...trunkSide,
  src: '07700900699',
  clid: '"" <07700900699>',
  channel: 'PJSIP/trunk_2-000004e1',
  dcontext: 'from-internal-xfer',
  lastapp: 'Park',
  disposition: 'ANSWERED',
  uniqueid: '1661157236.2641',
  action_owner: '07700900699',
  action_type: 'PARKEDCALL',
};
export const parked = [
  row('71047', ['09:34:32', '09:34:32', '09:35:07'], [35, 35], {
    ...parkedCaller,
    dst: '71',
    dstchannel_ext: '71',
    dstanswer: '71',
    lastdata: 'default:71',
    session: '1661157236570719-07700900699',
  }),
  row('71048', ['09:35:07', '09:35:07', '09:35:38'], [30, 30], {
    ...parkedCaller,
    dst: '203',
    dstchannel: 'PJSIP/203-000004eb',
    dstchannel_ext: '203',
    dstanswer: '203',
    lastdata: 'default',
    session: '166115730767640-203',
    recordfiles: '2022-08/auto-1661157307-07700900699-203.wav@',
    recordfiles_desc: 'duration=31,size=489324B,start-time=1661157307@',
  }),
  row('71049', ['09:35:07', '09:35:07', '09:35:38'], [31, 31], {
    ...desk203,
    dst: '71',
    channel: 'PJSIP/203-000004eb',
    lastapp: 'ParkedCall',
    lastdata: 'default,71',
    disposition: 'ANSWERED',
    uniqueid: '1661157307.2651',
    dstchannel_ext: '71',
    dstanswer: '71',
    session: '166115730767640-203',
    action_type: 'DIAL',
  }),
];

/** 4: an outgoing call; name and number of the caller id are the house's. */
export const outgoing = row('71050', ['09:43:58', '09:44:12', '09:51:12'], [433, 420], {
  src: '230',
  dst: '07700900699',
  dcontext: 'outbound-route-4',
  clid: '"Acme Ltd" <01632960401>',
  channel: 'PJSIP/230-000004ec',
  dstchannel: 'PJSIP/trunk_2-000004ed',
  lastapp: 'Dial',
  disposition: 'ANSWERED',
  uniqueid: '1661157838.2666',
  userfield: 'Outbound',
  channel_ext: '230',
  dstchannel_ext: 'trunk_2',
  caller_name: 'Acme Ltd',
  recordfiles: '2022-08/auto-1661157839-230-07700900699.wav@',
  recordfiles_desc: 'duration=420,size=6722764B,start-time=1661157852@',
  dstanswer: '07700900699',
  session: '1661157838988180-230',
  action_type: 'DIAL',
  dst_trunk_name: 'TrunkOne',
});

/** 5: 230 calls 203. */
export const internal = row('71051', ['09:51:16', '09:51:21', '10:15:59'], [1482, 1477], {
  src: '230',
  dst: '203',
  dcontext: 'from-internal',
  clid: '"230 Wifi phone" <230>',
  channel: 'PJSIP/230-000004ee',
  dstchannel: 'PJSIP/203-000004ef',
  lastapp: 'Dial',
  disposition: 'ANSWERED',
  uniqueid: '1661158276.2669',
  userfield: 'Internal',
  channel_ext: '230',
  dstchannel_ext: '203',
  caller_name: '230 Wifi phone',
  dstanswer: '203',
  session: '1661158276835823-230',
  action_type: 'DIAL',
});

/** 6 to 10: a ring group that 203 answers. */
const groupCaller = {
  ...trunkSide,
  src: '01632960096',
  clid: '"" <01632960096>',
  channel: 'PJSIP/trunk_2-000004f0',
  uniqueid: '1661159737.2671',
  session: '1661159737924521-01632960096',
  action_owner: '01632960096',
};
const inGroup = { ...groupCaller, dcontext: 'from-internal', lastapp: 'Dial', action_type: 'RINGGROUP[6400]' };
export const group = [
  row('71052', ['10:15:37', '10:15:37', '10:15:37'], [0, 0], {
    ...groupCaller,
    dst: '01632960401',
    dcontext: 'ext-did-2',
    lastapp: 'ForkCDR',
    lastdata: 'ae',
    disposition: 'NO ANSWER',
    dstchannel_ext: '01632960401',
    action_type: 'DIAL',
  }),
  row('71053', ['10:15:37', '10:15:47', '10:15:47'], [9, 0], {
    ...groupCaller,
    dst: '6400',
    dcontext: 'ivr-from-internal',
    lastapp: 'ForkCDR',
    lastdata: 'are',
    disposition: 'ANSWERED',
    dstchannel_ext: '6400',
    dstanswer: '6400',
    action_type: 'RINGGROUP[6400]',
  }),
  row('71054', ['10:15:47', '10:16:01', '10:16:01'], [14, 0], {
    ...inGroup,
    dst: '200',
    dstchannel: 'PJSIP/200-000004f1',
    disposition: 'NO ANSWER',
    dstchannel_ext: '200',
  }),
  row('71057', ['10:15:47', '10:15:47', '10:25:57'], [609, 609], {
    ...inGroup,
    dst: '203',
    dstchannel: 'PJSIP/203-000004f4',
    disposition: 'ANSWERED',
    dstchannel_ext: '203',
    dstanswer: '203',
    recordfiles: '2022-08/auto-1661159747#203-01632960096-6400.wav@',
  }),
  row('71059', ['10:15:47', '10:15:47', '10:15:47'], [11, 0], {
    ...inGroup,
    dst: '230',
    dstchannel: 'PJSIP/230-000004f6',
    disposition: 'BUSY',
    dstchannel_ext: '230',
  }),
];

/** 11 and 12: 203 calls 230, who does not lift, and speaks to the machine. */
const toMachine = {
  ...desk203,
  dst: '230',
  channel: 'PJSIP/203-00000504',
  dstchannel_ext: '230',
  uniqueid: '1661162661.2703',
  session: '166116266158576-203',
};
export const machine = [
  row('71063', ['11:04:21', '11:05:01', '11:05:01'], [40, 0], {
    ...toMachine,
    dstchannel: 'PJSIP/230-00000505',
    lastapp: 'Dial',
    disposition: 'NO ANSWER',
    action_type: 'DIAL',
  }),
  row('71064', ['11:05:01', '11:05:01', '11:05:05'], [4, 4], {
    ...toMachine,
    lastapp: 'VoiceMail',
    lastdata: '230@default,n',
    disposition: 'ANSWERED',
    dstanswer: '230',
    action_type: 'VM',
  }),
];

/** 13 and 14: what is told of another parked call when its first legs are not there. */
export const retrieved = [
  row('71065', ['11:05:33', '11:05:33', '11:06:08'], [34, 34], {
    ...desk203,
    dst: '71',
    channel: 'PJSIP/203-00000506',
    lastapp: 'ParkedCall',
    lastdata: 'default,71',
    disposition: 'ANSWERED',
    uniqueid: '1661162733.2707',
    dstchannel_ext: '71',
    dstanswer: '71',
    session: '1661162733525326-203',
    action_type: 'DIAL',
  }),
  row('71078', ['11:05:34', '11:05:34', '11:06:08'], [34, 34], {
    ...trunkSide,
    src: '07700900218',
    dst: '203',
    dcontext: 'from-internal-xfer',
    clid: '"" <07700900218>',
    channel: 'PJSIP/trunk_2-000004fa',
    dstchannel: 'PJSIP/203-00000506',
    lastapp: 'Park',
    lastdata: 'default',
    disposition: 'ANSWERED',
    uniqueid: '1661162203.2693',
    dstchannel_ext: '203',
    dstanswer: '203',
    session: '1661162733525326-203',
    recordfiles: '2022-08/auto-1661162734-07700900218-203.wav@',
    recordfiles_desc: 'duration=34,size=546924B,start-time=1661162734@duration=34,size=546924B,start-time=1661162734@',
    action_owner: '07700900218',
    action_type: 'PARKEDCALL',
  }),
];

/** 15: a caller in the menu. */
export const menu = row('71083', ['14:29:12', '14:29:12', '14:29:14'], [2, 2], {
  ...trunkSide,
  src: '07700900833',
  dst: '7000',
  dcontext: 'ivr-1',
  clid: '"" <07700900833>',
  channel: 'PJSIP/trunk_2-0000050f',
  lastapp: 'ReadExten',
  lastdata: 'KEY,record/Acme-Welcome,,,',
  disposition: 'ANSWERED',
  uniqueid: '1661174952.2733',
  dstchannel_ext: '7000',
  dstanswer: '7000',
  session: '166117495239747-07700900833',
  action_owner: '07700900833',
  action_type: 'IVR[7000]',
});
