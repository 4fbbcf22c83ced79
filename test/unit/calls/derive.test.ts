import { describe, expect, it } from 'vitest';
import { deriveCall } from '../../../lib/calls/derive';
import { answered, leg, outLeg, wallClock } from './rows';

const channel = { uniqueid: `${wallClock('09:12:00') - 7200}.7` };
const inbound = (told: Parameters<typeof leg>[0]) => leg({ ...channel, ...told });

describe('an incoming call', () => {
  it('that 203 lifted after nine seconds: answered by 203, talk without the ringing', () => {
    const call = deriveCall([
      inbound({
        at: '09:12:00',
        answer: wallClock('09:12:09'),
        duration: 129,
        talk: 120,
        answeredBy: '203',
        ...answered,
      }),
    ]);
    expect(call).toMatchObject({ direction: 'in', type: 'direct', outcome: 'answered', extension: '203' });
    expect(call).toMatchObject({ number: '0639981234', ring: 9, talk: 120, duration: 129, rung: ['203'] });
  });

  it('starts at the epoch in its data, whatever the zone of the browser', () => {
    const call = deriveCall([inbound({ at: '09:12:00', duration: 20 })]);
    expect(new Date(call.start * 1000).toISOString()).toBe('2026-07-14T07:12:00.000Z');
    expect(call.offset).toBe(7200);
  });

  it('that nobody lifted is missed, though the UCM fills in an answer time', () => {
    const call = deriveCall([inbound({ at: '09:12:00', answer: wallClock('09:12:40'), duration: 40 })]);
    expect(call).toMatchObject({ outcome: 'missed', talk: 0, extension: '', ring: 40 });
  });

  it('to one busy telephone is busy', () => {
    expect(deriveCall([inbound({ at: '09:12:00', disposition: 'BUSY' })]).outcome).toBe('busy');
  });

  it('that failed on the way is missed', () => {
    expect(deriveCall([inbound({ at: '09:12:00', disposition: 'FAILED' })]).outcome).toBe('missed');
  });

  it('that ended in the voicemail is neither answered nor missed', () => {
    const call = deriveCall([
      inbound({ at: '09:12:00', duration: 40 }),
      inbound({ at: '09:12:40', app: 'VoiceMail', action: 'VM', duration: 15, talk: 15, ...answered }),
    ]);
    expect(call).toMatchObject({ outcome: 'voicemail', type: 'voicemail', talk: 0, ring: 40 });
  });

  it('whose caller hung up in the menu says so', () => {
    const call = deriveCall([
      inbound({ at: '09:12:00', app: 'ForkCDR', dst: '0199001234', to: '0199001234' }),
      inbound({
        at: '09:12:00',
        app: 'ReadExten',
        action: 'IVR[7000]',
        dst: '7000',
        to: '7000',
        duration: 12,
        talk: 12,
        ...answered,
      }),
    ]);
    expect(call).toMatchObject({ outcome: 'menu', type: 'ivr', through: '7000', did: '0199001234', ring: 12 });
  });

  it('with a name shows the name, and never that of a leg of ours', () => {
    const call = deriveCall([
      inbound({ at: '09:12:00', name: 'Garage Lefèvre', duration: 10 }),
      leg({ ...channel, at: '09:12:10', name: '203 Atelier', srcTrunk: '', from: '203', channel: 'PJSIP/203-1' }),
    ]);
    expect(call.name).toBe('Garage Lefèvre');
  });
});

describe('a ring group', () => {
  const group = { action: 'RINGGROUP[6400]' };
  const fork = inbound({ at: '09:12:00', app: 'ForkCDR', dst: '6400', to: '6400', duration: 9, ...group, ...answered });
  const rang = (extension: string, told = {}) =>
    inbound({ at: '09:12:09', dst: extension, to: extension, duration: 14, ...group, ...told });

  it('answered by 203 after 14 seconds: the ringing that the UCM counts as talk is taken off', () => {
    const call = deriveCall([
      fork,
      rang('200'),
      rang('201'),
      rang('203', { duration: 609, talk: 609, answeredBy: '203', ...answered }),
      rang('230', { disposition: 'BUSY', duration: 0 }),
    ]);
    expect(call).toMatchObject({ outcome: 'answered', type: 'group', through: '6400', extension: '203' });
    expect(call).toMatchObject({ talk: 595, ring: 23, rung: ['200', '201', '203'] });
  });

  it('whose only telephone answered: the length of the recording tells the talk', () => {
    const call = deriveCall([fork, rang('203', { duration: 100, talk: 100, recorded: 92, ...answered })]);
    expect(call.talk).toBe(92);
  });

  it('that nobody answered is missed, also when one member was busy', () => {
    expect(deriveCall([fork, rang('200'), rang('230', { disposition: 'BUSY' })]).outcome).toBe('missed');
  });

  it('does not count the copies that the UCM marks ANSWERED', () => {
    expect(deriveCall([fork]).outcome).toBe('missed');
  });
});

describe('an outgoing call', () => {
  it('answered: the number called, who called, and no name, which would be our own', () => {
    const call = deriveCall([
      outLeg({
        at: '09:12:00',
        answer: wallClock('09:12:14'),
        duration: 434,
        talk: 420,
        name: 'Menuiserie Duval',
        ...answered,
      }),
    ]);
    expect(call).toMatchObject({ direction: 'out', outcome: 'answered', number: '0639981234', extension: '203' });
    expect(call).toMatchObject({ name: '', ring: 14, talk: 420 });
  });

  it.each([
    ['NO ANSWER', 'unanswered'],
    ['BUSY', 'busy'],
    ['FAILED', 'failed'],
    ['CONGESTION', 'failed'],
  ])('that ended with %s is %s, never missed', (disposition, outcome) => {
    expect(deriveCall([outLeg({ at: '09:12:00', disposition, duration: 30 })]).outcome).toBe(outcome);
  });
});

describe('parking', () => {
  it('counts the talk before and after, not the hold, and names who retrieved it', () => {
    const call = deriveCall([
      inbound({ at: '09:12:00', answer: wallClock('09:12:05'), duration: 65, talk: 60, ...answered }),
      inbound({
        at: '09:13:05',
        app: 'Park',
        action: 'PARKEDCALL',
        dst: '71',
        to: '71',
        dstChannel: '',
        duration: 35,
        talk: 35,
        ...answered,
      }),
      inbound({
        at: '09:13:40',
        app: 'Park',
        action: 'PARKEDCALL',
        dst: '204',
        to: '204',
        dstChannel: 'PJSIP/204-1',
        duration: 30,
        talk: 30,
        ...answered,
      }),
      leg({
        at: '09:13:40',
        src: '204',
        dst: '71',
        to: '71',
        from: '204',
        channel: 'PJSIP/204-1',
        dstChannel: '',
        srcTrunk: '',
        userfield: 'Internal',
        app: 'ParkedCall',
        duration: 30,
        talk: 30,
        ...answered,
      }),
    ]);
    expect(call).toMatchObject({
      direction: 'in',
      outcome: 'answered',
      extension: '203',
      lastSpeaker: '204',
      talk: 90,
    });
  });
});

describe('a call forwarded to a mobile', () => {
  const forward = {
    action: 'FOLLOWME[203]',
    dst: '0639985555',
    to: 'trunk_2',
    dstChannel: 'PJSIP/trunk_2-9',
    dstTrunk: 'Operator',
    userfield: 'Outbound',
  };

  it('and answered there is answered by the extension, and stays an incoming call', () => {
    const call = deriveCall([
      inbound({ at: '09:12:00', duration: 20 }),
      inbound({ at: '09:12:20', ...forward, answer: wallClock('09:12:25'), duration: 65, talk: 60, ...answered }),
    ]);
    expect(call).toMatchObject({ direction: 'in', type: 'forwarded', outcome: 'answered', extension: '203', talk: 60 });
    expect(call.number).toBe('0639981234');
  });

  it('and not answered there either is missed', () => {
    expect(
      deriveCall([inbound({ at: '09:12:00', duration: 20 }), inbound({ at: '09:12:20', ...forward, duration: 30 })])
        .outcome,
    ).toBe('missed');
  });

  it('is never an outgoing call, even alone', () => {
    expect(
      deriveCall([leg({ at: '09:12:20', ...forward, srcTrunk: '', from: '203', channel: 'Local/203' })]).direction,
    ).toBe('in');
  });
});

describe('other directions', () => {
  it('trunk to trunk is transit, tested before incoming', () => {
    const call = deriveCall([
      inbound({
        at: '09:12:00',
        userfield: 'External',
        dst: '0353011111',
        to: 'trunk_3',
        dstTrunk: 'Second',
        dstChannel: 'PJSIP/trunk_3-1',
        duration: 60,
        talk: 50,
        ...answered,
      }),
    ]);
    expect(call).toMatchObject({ direction: 'external', outcome: 'answered', number: '0639981234' });
  });

  it('between two of ours is internal', () => {
    const call = deriveCall([
      leg({
        at: '09:12:00',
        src: '201',
        from: '201',
        channel: 'PJSIP/201-1',
        srcTrunk: '',
        userfield: 'Internal',
        duration: 10,
      }),
    ]);
    expect(call).toMatchObject({ direction: 'internal', outcome: 'unanswered', extension: '201', number: '203' });
  });

  it('of an old machine that writes EXT for everything is told by channels and the shape of numbers', () => {
    const old = { userfield: 'EXT', action: '', session: '', srcTrunk: '', dstTrunk: '' };
    expect(
      deriveCall([
        leg({
          at: '09:12:00',
          ...old,
          src: '5300',
          dst: '5301',
          from: '5300',
          to: '5301',
          channel: 'SIP/5300-0',
          dstChannel: 'SIP/5301-1',
        }),
      ]).direction,
    ).toBe('internal');
    expect(deriveCall([leg({ at: '09:12:00', ...old, from: '', channel: 'SIP/provider-0' })]).direction).toBe('in');
    expect(
      deriveCall([
        leg({
          at: '09:12:00',
          ...old,
          src: '5300',
          dst: '0639981234',
          from: '5300',
          to: '',
          channel: 'SIP/5300-0',
          dstChannel: 'SIP/provider-1',
        }),
      ]).direction,
    ).toBe('out');
  });
});

describe('recordings', () => {
  it('are counted once, in their order, also when only a copied leg names one', () => {
    const call = deriveCall([
      inbound({ at: '09:12:00', app: 'ForkCDR', recordings: ['2026-07/auto-1784013130-0639981234-203.wav'] }),
      inbound({
        at: '09:12:00',
        duration: 60,
        talk: 50,
        recordings: ['2026-07/auto-1784013125-0639981234-203.wav'],
        ...answered,
      }),
      inbound({
        at: '09:13:00',
        duration: 60,
        talk: 50,
        recordings: ['2026-07/auto-1784013125-0639981234-203.wav'],
        ...answered,
      }),
    ]);
    expect(call.recordings.map((name) => name.slice(8, 23))).toEqual(['auto-1784013125', 'auto-1784013130']);
  });
});

describe('the night of a change of the clocks', () => {
  it('in autumn: a call over the change lasts twenty minutes, not minus forty', () => {
    // 02:50 summer time is 00:50 UTC; the transfer twenty minutes later is written as 02:10.
    const start = wallClock('2026-10-25 02:50:00');
    const uniqueid = `${start - 7200}.4`;
    const session = `${start - 7200}123-0639981234`;
    const call = deriveCall([
      leg({ at: '2026-10-25 02:10:00', uniqueid, session, to: '204', duration: 300, talk: 300, ...answered }),
      leg({ at: '2026-10-25 02:50:00', uniqueid, session, duration: 1200, talk: 1195, answer: start + 5, ...answered }),
    ]);
    expect(new Date(call.start * 1000).toISOString()).toBe('2026-10-25T00:50:00.000Z');
    expect(call).toMatchObject({ duration: 1500, extension: '203', lastSpeaker: '204', talk: 1495 });
  });

  it('in spring: the leg after the change follows at once, not an hour later', () => {
    const start = wallClock('2026-03-29 01:50:00');
    const uniqueid = `${start - 3600}.4`;
    const session = `${start - 3600}123-0639981234`;
    const call = deriveCall([
      leg({ at: '2026-03-29 01:50:00', uniqueid, session, duration: 900, talk: 895, answer: start + 5, ...answered }),
      leg({ at: '2026-03-29 03:05:00', uniqueid, session, to: '204', duration: 60, talk: 60, ...answered }),
    ]);
    expect(call.duration).toBe(960);
  });
});

describe('which of the numbers is whose', () => {
  const fork = (dst: string) => inbound({ at: '09:12:00', app: 'ForkCDR', dst, to: dst, dstChannel: '' });
  const rang = (extension: string) => inbound({ at: '09:12:00', dst: extension, to: extension, duration: 20 });

  it('a trunk that delivers the last digits only: the number called is no extension', () => {
    expect(deriveCall([fork('1234'), rang('203')])).toMatchObject({ did: '1234', rung: ['203'] });
  });

  it('a fork towards the telephone that then rings tells no number of ours', () => {
    expect(deriveCall([fork('203'), rang('203')]).did).toBe('');
  });

  it('a six-digit extension that a trunk calls is no number of ours', () => {
    expect(deriveCall([rang('200123')])).toMatchObject({ did: '', rung: ['200123'] });
  });

  it('where the row has the number called in place of the telephone, the channel names the telephone', () => {
    const call = deriveCall([
      inbound({
        at: '09:12:00',
        dst: '70123456',
        to: '',
        dstChannel: 'PJSIP/203-00000007',
        talk: 9,
        duration: 9,
        ...answered,
      }),
    ]);
    expect(call).toMatchObject({ extension: '203', rung: ['203'], did: '70123456' });
  });

  it('our number and the extension glued together as the caller: the channel names who called', () => {
    const glued = { src: '0199001234203', channel: 'PJSIP/203-00000003' };
    expect(deriveCall([outLeg({ at: '09:12:00', ...glued })]).extension).toBe('203');
    expect(deriveCall([outLeg({ at: '09:12:00', ...glued, from: '' })]).extension).toBe('203');
  });

  it('a telephone that could not be reached did not ring', () => {
    const failed = inbound({ at: '09:12:00', dst: '202', to: '202', disposition: 'FAILED' });
    expect(deriveCall([failed, rang('203')]).rung).toEqual(['203']);
  });

  it.each(['', 'anonymous', 'Anonymous', 'unknown', 'restricted'])('a caller written as %j has no number', (src) => {
    expect(deriveCall([inbound({ at: '09:12:00', src, name: 'Anonymous' })])).toMatchObject({ number: '', name: '' });
  });

  it('a forwarded leg alone names us, not the caller', () => {
    const alone = leg({
      at: '09:12:20',
      src: '0199001234',
      action: 'FOLLOWME[203]',
      to: 'trunk_2',
      dstTrunk: 'Operator',
      srcTrunk: '',
      from: '203',
      channel: 'Local/203@followme-1',
    });
    expect(deriveCall([alone])).toMatchObject({ direction: 'in', number: '', rung: ['203'] });
  });
});

describe('a call that was passed on', () => {
  it('outgoing, then given to a colleague: still outgoing, to the same number', () => {
    const called = { at: '09:12:00', ...channel, duration: 60, talk: 50, ...answered };
    const call = deriveCall([
      outLeg({ ...called, answer: wallClock('09:12:10') }),
      inbound({
        at: '09:13:00',
        src: '0199001234',
        dst: '204',
        to: '204',
        action: 'TRANSFER',
        duration: 90,
        talk: 90,
        ...answered,
      }),
    ]);
    expect(call).toMatchObject({ direction: 'out', number: '0639981234', extension: '203', lastSpeaker: '204' });
    expect(call).toMatchObject({ talk: 140, duration: 150 });
  });

  it('from trunk to trunk, and then to one of ours: incoming, answered by that one', () => {
    const outside = { to: 'trunk_3', dstTrunk: 'Second', dstChannel: 'PJSIP/trunk_3-1', userfield: 'External' };
    const call = deriveCall([
      inbound({ at: '09:12:00', ...outside, dst: '0353011111', duration: 20 }),
      inbound({ at: '09:12:20', dst: '203', to: '203', duration: 60, talk: 55, ...answered }),
    ]);
    expect(call).toMatchObject({ direction: 'in', outcome: 'answered', extension: '203', number: '0639981234' });
  });
});
