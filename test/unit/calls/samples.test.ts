import { describe, expect, it } from 'vitest';
import { readCdrAnswer } from '../../../lib/ucm/read-cdr-page';
import { type Fields, group, internal, machine, menu, outgoing, parked, retrieved } from './sample-rows';
import { callsOf } from './told';

/** The sample rows of section 3.8, with what a person counts in them. */

const utc = (time: string) => Date.parse(`2022-08-22T${time}+01:00`) / 1000;

/** The summary the UCM puts over every group: the first call of the answer, and the sums of other calls' legs. */
const summary = {
  AcctId: '',
  disposition: '',
  src: '07700900699',
  dst: '01632960401',
  start: '2022-08-22 09:33:56',
  duration: '2195',
  billsec: '2086',
  session: '1661157236570719-07700900699',
  action_type: 'DIAL',
};

const read = (...entries: unknown[]) => {
  const page = readCdrAnswer({ cdr_root: entries });
  expect(page.setAside).toEqual({});
  return callsOf(page.legs);
};
const grouped = (...rows: Fields[]) => ({
  cdr: '',
  main_cdr: summary,
  ...Object.fromEntries(rows.map((one, i) => [`sub_cdr_${i + 1}`, one])),
});

describe('the sample rows', () => {
  it('parked on 71 and fetched by 203: one call, thirty seconds of talk in what is there, the hold is none', () => {
    expect(read(...parked)).toMatchObject([
      {
        start: utc('09:34:32'),
        duration: 66,
        direction: 'in',
        outcome: 'answered',
        number: '07700900699',
        extension: '203',
        talk: 30,
        ring: 35,
        recordings: ['2022-08/auto-1661157307-07700900699-203.wav'],
        key: '1661157236.2641',
        offset: 3600,
      },
    ]);
  });

  it('outgoing: 230 called, with neither the name nor the number that were presented', () => {
    expect(read(outgoing)).toMatchObject([
      {
        start: 1661157838,
        direction: 'out',
        outcome: 'answered',
        number: '07700900699',
        name: '',
        extension: '230',
        talk: 420,
        ring: 13,
        did: '',
        rung: [],
      },
    ]);
  });

  it('internal: 230 talked to 203', () => {
    expect(read(internal)).toMatchObject([
      { start: 1661158276, direction: 'internal', outcome: 'answered', extension: '230', number: '203', talk: 1477 },
    ]);
  });

  it('a ring group: answered by 203 when the telephones beside it stopped, 230 was busy and did not ring', () => {
    expect(read(...group)).toMatchObject([
      {
        start: 1661159737,
        duration: 619,
        direction: 'in',
        type: 'group',
        outcome: 'answered',
        number: '01632960096',
        did: '01632960401',
        through: '6400',
        extension: '203',
        rung: ['200', '203'],
        ring: 24,
        talk: 595,
        recordings: ['2022-08/auto-1661159747#203-01632960096-6400.wav'],
      },
    ]);
  });

  it('an internal call that ended in the voicemail is nobody’s missed call', () => {
    expect(read(...machine)).toMatchObject([
      { direction: 'internal', type: 'voicemail', outcome: 'voicemail', extension: '203', number: '230', ring: 40 },
    ]);
  });

  it('a fetched call without its beginning: still the caller’s, still talked to 203, on the clock of the house', () => {
    expect(read(...retrieved)).toMatchObject([
      {
        start: utc('11:05:33'),
        direction: 'in',
        outcome: 'answered',
        number: '07700900218',
        extension: '203',
        talk: 34,
        offset: 3600,
        recordings: ['2022-08/auto-1661162734-07700900218-203.wav'],
      },
    ]);
  });

  it('a caller who hung up in the menu', () => {
    expect(read(menu)).toMatchObject([
      { direction: 'in', type: 'ivr', outcome: 'menu', through: '7000', did: '', extension: '', talk: 0 },
    ]);
  });

  it('all of them, in the UCM’s own groups that are shifted by one row, are seven calls', () => {
    const [hold, fetched, fetching] = parked;
    const [dialled, forked, ...members] = group;
    const [rang, spoken] = machine;
    const ours = read(
      grouped(hold ?? {}, fetched ?? {}, fetching ?? {}),
      null,
      { ...outgoing, cdr: '' },
      grouped(internal, dialled ?? {}, forked ?? {}, ...members.slice(0, 2)),
      grouped(members[2] ?? {}, rang ?? {}),
      { ...spoken, cdr: '' },
      grouped(...retrieved),
      { ...menu, cdr: '' },
    );
    expect(ours.map(({ direction, outcome }) => [direction, outcome])).toEqual([
      ['in', 'answered'],
      ['out', 'answered'],
      ['internal', 'answered'],
      ['in', 'answered'],
      ['internal', 'voicemail'],
      ['in', 'answered'],
      ['in', 'menu'],
    ]);
  });
});

describe('the other forms', () => {
  it('16: a UCM6100 writes EXT, neither session nor action, under another key: 5300 talked to 5301', () => {
    const page = readCdrAnswer({
      cdr: [
        {
          AcctId: '62',
          accountcode: '',
          src: '5300',
          dst: '5301',
          dcontext: 'from-internal',
          clid: '"pn01" <5300>',
          channel: 'SIP/5300-00000000',
          dstchannel: 'SIP/5301-00000001',
          lastapp: 'Dial',
          lastdata: 'SIP/5301,60,',
          start: '2013-12-03 11:46:40',
          answer: '2013-12-03 11:46:43',
          end: '2013-12-03 11:46:49',
          duration: '9',
          billsec: '6',
          disposition: 'ANSWERED',
          amaflags: 'DOCUMENTATION',
          uniqueid: '1386092800.0',
          userfield: 'EXT',
          channel_ext: '5300',
          dstchannel_ext: '5301',
          service: 's',
        },
      ],
    });
    expect(callsOf(page.legs)).toMatchObject([
      {
        start: Date.parse('2013-12-03T17:46:40Z') / 1000,
        offset: -6 * 3600,
        direction: 'internal',
        outcome: 'answered',
        extension: '5300',
        number: '5301',
        ring: 3,
        talk: 6,
      },
    ]);
  });

  const agent = (AcctId: string, dst: string, fields: Fields) => ({
    AcctId,
    action_type: 'DIAL',
    src: '79005550001',
    dst,
    start: '2026-08-22 10:00:00',
    session: '1787392800123456-79005550001',
    lastapp: 'Queue',
    src_trunk_name: 'TrunkOne',
    ...fields,
  });
  const queued = {
    cdr: 'group-001',
    main_cdr: {
      AcctId: '800',
      action_type: 'QUEUE[6500]',
      caller_name: '79005550001',
      disposition: '',
      duration: '91',
      src: '79005550001',
      start: '2026-08-22 10:00:00',
    },
    sub_cdr_1: [
      agent('901', '11198', {
        answer: '2026-08-22 10:00:10',
        duration: '91',
        billsec: '81',
        disposition: 'ANSWERED',
        dstanswer: '11198',
      }),
      agent('902', '11194', { duration: '10', billsec: '0', disposition: 'NO ANSWER' }),
    ],
    sub_cdr_2: [],
  };

  it('17: legs in a list: the summary with its number is no leg beside them', () => {
    expect(read(queued)).toMatchObject([
      { outcome: 'answered', extension: '11198', rung: ['11198', '11194'], talk: 81, number: '79005550001' },
    ]);
  });

  it('18: a group of nothing but a summary with a recording is one call, and its recording is not lost', () => {
    const alone = { ...queued.main_cdr, AcctId: '801', uniqueid: '1787392800.4', recordfiles: '2026-08/q6500-a.wav@' };
    expect(read({ cdr: 'group-002', main_cdr: alone })).toMatchObject([
      { number: '79005550001', recordings: ['2026-08/q6500-a.wav'] },
    ]);
  });
});
