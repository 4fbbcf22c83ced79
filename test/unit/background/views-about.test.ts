import { describe, expect, it } from 'vitest';
import { isViewAbout } from '../../../entrypoints/background/views-about';
import { readNumber } from '../../../lib/calls/number';

const plan = { country: 'FR', outsidePrefix: '0', own: [] };
/** Mme Durand of thirdparty 12, who called as “Zoé Durand” and once as “Mobile”. */
const durand = {
  digits: '+33639980011',
  digitsOf(raw: string) {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  },
  names: ['', 'Zoé Durand', 'Mobile'],
  parties: [{ kind: 'thirdparty', id: 12 } as const],
};
const about = (name: string, query = '') => isViewAbout({ name, query }, durand);
const search = (text: string) => about('Vue', new URLSearchParams({ direction: 'in', text }).toString());

describe('a saved view is about a number', () => {
  it.each(['06 39 98 00 11', '+33639980011', '0033 6.39.98.00.11', '6 39 98 00 11', '98 00 11', 'Durand 0639980011'])(
    'when %j is searched for in it',
    (text) => {
      expect(search(text)).toBe(true);
      expect(about(`Rappels ${text}`)).toBe(true);
    },
  );

  it('when it is of the party that has it, or named or searched by the name its caller sent', () => {
    expect(about('Vue', 'party=thirdparty%3A12')).toBe(true);
    expect(about('DURAND, Zoe : rappels')).toBe(true);
    expect(search('durand zoe')).toBe(true);
    expect(search('mobile')).toBe(true);
  });

  it('and not when it holds another number, few digits, another party, part of the name, days or lengths', () => {
    for (const text of ['06 39 98 00 12', '0011', '0639', 'durand', 'mobile Martin', '201', '']) {
      expect(search(text), text).toBe(false);
    }
    expect(about('Vue', 'party=thirdparty%3A1')).toBe(false);
    expect(about('Vue', 'party=contact%3A12')).toBe(false);
    expect(about('Vue', 'from=2639-98-00&to=9800-11-00&talk=98-0011')).toBe(false);
  });
});
