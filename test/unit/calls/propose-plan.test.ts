import { describe, expect, it } from 'vitest';
import { type NumberSeen, proposePlan } from '../../../lib/calls/propose-plan';

const france = { country: 'FR', outsidePrefix: '', own: [] };
const called = (...numbers: string[]): NumberSeen[] => numbers.map((raw) => ({ raw, dialled: true }));
const rang = (...numbers: string[]): NumberSeen[] => numbers.map((raw) => ({ raw, dialled: false }));

describe('what real calls say of the prefix of an outside line', () => {
  it('a 0 dialled before French numbers is found, whatever the callers look like', () => {
    const calls = [
      ...called('00199001234', '00199005678', '00639981234', '000493012345678'),
      ...rang('0199001234', '+33639981234'),
    ];
    const { of, read, better } = proposePlan(calls, france, []);
    expect({ of, read }).toEqual({ of: 6, read: 2 });
    expect(better).toEqual({ country: 'FR', outsidePrefix: '0', read: 6 });
  });

  it('a 9 is not taken for a longer prefix that would read the same numbers', () => {
    const { better } = proposePlan(called('90199001234', '90199005678', '90639981234'), france, []);
    expect(better?.outsidePrefix).toBe('9');
  });

  it('one that is set and that nobody dials is proposed to go only when it keeps numbers from being read', () => {
    const set = { ...france, outsidePrefix: '0' };
    expect(proposePlan(called('0199001234', '0199005678', '0639981234'), set, []).better).toBeUndefined();
  });

  it('two calls make no case, nor do three among a hundred', () => {
    expect(proposePlan(called('90199001234', '90199005678'), france, []).better).toBeUndefined();
    const hundred = Array.from({ length: 97 }, (_, i) => `01990012${String(i).padStart(2, '0')}`);
    const calls = [...rang(...hundred), ...called('90199001234', '90199005678', '90639981234')];
    expect(proposePlan(calls, france, []).better).toBeUndefined();
  });
});

describe('what real calls say of the country', () => {
  it('numbers of Belgium name it themselves, and the national ones are then read', () => {
    const calls = rang('+3225550123', '025550123', '025550199', '043330123', '0470123456', '025550142');
    const { better } = proposePlan(calls, france, []);
    expect(better).toEqual({ country: 'BE', outsidePrefix: '', read: 6 });
  });

  it('where all are national, the country that the browser or the directory names is tried', () => {
    const calls = rang('025550123', '025550199', '043330123', '025550142');
    expect(proposePlan(calls, france, []).better).toBeUndefined();
    expect(proposePlan(calls, france, ['BE']).better?.country).toBe('BE');
  });

  it('foreign callers do not move a French office', () => {
    const calls = rang('+3225550123', '+3225550199', '0199001234', '0639981234', '0465710000');
    expect(proposePlan(calls, france, ['BE']).better).toBeUndefined();
  });

  it('country and prefix are found together', () => {
    const dialled = called('9025550123', '9025550199', '9043330123');
    const calls = [...dialled, ...rang('+3225550123', '025550142', '043330123', '0470123456')];
    expect(proposePlan(calls, france, []).better).toMatchObject({ country: 'BE', outsidePrefix: '9', read: 7 });
  });
});

it('extensions, hidden callers and our own numbers are not counted', () => {
  const set = { ...france, own: ['01 99 00 12 00'] };
  const calls = [...rang('201', 'anonymous', '', '0199001200'), ...called('6500')];
  expect(proposePlan(calls, set, [])).toEqual({ of: 0, read: 0, better: undefined });
});
