/** Rows as a UCM writes them: every value a string, most fields empty. Numbers are reserved ones (ARCEP, Ofcom). */
const empty = Object.fromEntries(
  [
    'AcctId accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec',
    'disposition amaflags uniqueid userfield channel_ext dstchannel_ext service caller_name recordfiles recordfiles_desc',
    'dstanswer chanext dstchanext session action_owner action_type src_trunk_name dst_trunk_name nat_call video_call',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, '']),
);

export type Row = Record<string, unknown>;

export function row(fields: Row): Row {
  return { ...empty, ...fields };
}

/** Mme Durand calls the office, group 6400 rings, 203 answers and is recorded. */
export const groupAnswered = row({
  AcctId: '512',
  src: '0199001234',
  dst: '203',
  clid: '"Durand SA" <0199001234>',
  channel: 'PJSIP/trunk_1-000000a0',
  dstchannel: 'PJSIP/203-000000a3',
  lastapp: 'Dial',
  start: '2026-08-22 10:15:47',
  answer: '2026-08-22 10:15:47',
  end: '2026-08-22 10:25:57',
  duration: '610',
  billsec: '609',
  disposition: 'ANSWERED',
  uniqueid: '1787386537.71',
  userfield: 'Inbound',
  channel_ext: 'trunk_1',
  dstchannel_ext: '203',
  recordfiles: '2026-08/auto-1787386547#203-0199001234-6400.wav@',
  recordfiles_desc: 'duration=595,size=9520044B,start-time=1787386562@',
  dstanswer: '203',
  session: '1787386537924521-0199001234',
  action_type: 'RINGGROUP[6400]',
  src_trunk_name: 'Opérateur',
});

/** A member of the group who did not lift: `answer` is filled all the same. */
export const groupRang = row({
  AcctId: '511',
  src: '0199001234',
  dst: '201',
  clid: '"" <0199001234>',
  channel: 'PJSIP/trunk_1-000000a0',
  dstchannel: 'PJSIP/201-000000a2',
  lastapp: 'Dial',
  start: '2026-08-22 10:15:47',
  answer: '2026-08-22 10:16:01',
  end: '2026-08-22 10:16:01',
  duration: '14',
  billsec: '0',
  disposition: 'NO ANSWER',
  uniqueid: '1787386537.71',
  userfield: 'Inbound',
  channel_ext: 'trunk_1',
  dstchannel_ext: '201',
  session: '1787386537924521-0199001234',
  action_type: 'RINGGROUP[6400]',
  src_trunk_name: 'Opérateur',
});

/** What the UCM adds up over a group: no row of its own, no id. */
export const sumOfGroup = row({
  src: '0199001234',
  dst: '0199000000',
  start: '2026-08-22 10:15:37',
  duration: '624',
  billsec: '609',
  session: '1787386537924521-0199001234',
  action_type: 'DIAL',
});

/** A row of a UCM6100: fewer fields, EXT for a direction. */
export const oldRow: Row = {
  AcctId: '62',
  accountcode: '',
  src: '5300',
  dst: '5301',
  clid: '"Accueil" <5300>',
  channel: 'SIP/5300-00000000',
  dstchannel: 'SIP/5301-00000001',
  lastapp: 'Dial',
  start: '2013-12-03 11:46:40',
  answer: '2013-12-03 11:46:43',
  end: '2013-12-03 11:46:49',
  duration: '9',
  billsec: '6',
  disposition: 'ANSWERED',
  uniqueid: '1386092800.0',
  userfield: 'EXT',
  channel_ext: '5300',
  dstchannel_ext: '5301',
};
