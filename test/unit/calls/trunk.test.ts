import { describe, expect, it } from 'vitest';
import { deriveCall } from '../../../lib/calls/derive';
import type { Leg } from '../../../lib/calls/leg';
import { answered, leg, outLeg } from './rows';

const trunkOf = (...legs: Leg[]) => deriveCall(legs).trunk;

/** Follow-me of extension 203 to a mobile, over the second operator. */
const followMe = {
  action: 'FOLLOWME[203]',
  dst: '0639985555',
  to: 'trunk_3',
  dstTrunk: 'Second',
  dstChannel: 'PJSIP/trunk_3-9',
  userfield: 'Outbound',
};
const second = { to: 'trunk_3', dstTrunk: 'Second', dstChannel: 'PJSIP/trunk_3-1' };

describe('the trunk of a call', () => {
  it('an incoming call: the one it came by, not the one by which it was sent on to a mobile', () => {
    expect(trunkOf(leg({ at: '09:12:00' }), leg({ at: '09:12:20', ...followMe }))).toBe('Operator');
    expect(trunkOf(leg({ at: '09:12:20', ...followMe, srcTrunk: '', from: '203', channel: 'Local/203' }))).toBe('');
  });

  it('an outgoing call: the one it went by, also when it is given to a colleague then', () => {
    const passedOn = leg({ at: '09:13:00', srcTrunk: 'Second', from: 'trunk_3', action: 'TRANSFER', dst: '204' });
    expect(trunkOf(outLeg({ at: '09:12:00', duration: 60, talk: 50, ...answered }), passedOn)).toBe('Operator');
  });

  it('a route whose first trunk takes no call: the one that took it', () => {
    const refused = outLeg({ at: '09:12:00', disposition: 'CONGESTION' });
    const taken = outLeg({ at: '09:12:02', ...second, duration: 30 });
    expect(trunkOf(refused, taken)).toBe('Second');
    expect(trunkOf(refused)).toBe('Operator');
    expect(trunkOf(refused, outLeg({ at: '09:12:02', ...second, dst: '0465710000', ...answered }))).toBe('Operator');
  });

  it('from trunk to trunk: the one it came by', () => {
    expect(trunkOf(leg({ at: '09:12:00', userfield: 'External', dst: '0353011111', ...second }))).toBe('Operator');
  });

  it('between two of ours: none', () => {
    const inside = { srcTrunk: '', from: '201', channel: 'PJSIP/201-1', userfield: 'Internal' };
    expect(trunkOf(leg({ at: '09:12:00', src: '201', ...inside }))).toBe('');
  });

  it.each([
    [{ from: 'trunk_2', channel: 'PJSIP/trunk_2-00000001' }, 'trunk_2'],
    [{ from: '', channel: 'SIP/trunk_1-00000001' }, 'trunk_1'],
    [{ from: 'FXO_1', channel: 'DAHDI/1-1', userfield: 'EXT' }, 'FXO_1'],
    [{ from: '', channel: 'DAHDI/3-1', userfield: 'Inbound' }, 'DAHDI/3'],
  ])('rows without its name: %j is %s', (side, name) => {
    expect(trunkOf(leg({ at: '09:12:00', srcTrunk: '', ...side }))).toBe(name);
  });

  it('an analog line that a call went out by, of a machine that names none', () => {
    const analog = { dstTrunk: '', to: '', dstChannel: 'DAHDI/2-1' };
    expect(trunkOf(outLeg({ at: '09:12:00', ...analog }))).toBe('DAHDI/2');
  });
});
