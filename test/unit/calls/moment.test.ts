import { describe, expect, it } from 'vitest';
import {
  momentReference,
  momentsIn,
  readMomentReference,
  splitAtMoments,
  writeMoment,
} from '../../../lib/calls/moment';

const fiveMinutes = 300;

describe('a moment in a note', () => {
  it.each([
    ['01:12 veut le bleu', { n: 0, at: 72, text: '01:12' }],
    ['(02:05)', { n: 0, at: 125, text: '02:05' }],
    ['le prix : 2/01:12.', { n: 1, at: 72, text: '2/01:12' }],
    ['à 00:00, bonjour', { n: 0, at: 0, text: '00:00' }],
  ])('is read: %s', (text, moment) => {
    expect(momentsIn(text, fiveMinutes)).toEqual([moment]);
  });

  it.each([
    'rendez-vous à 14:30', // later than the call is long
    'le 2026-11-23T00:01:12',
    'http://erp.example:00/01:12',
    '01:62',
    '1:12',
    '00:01:12:03',
    'v01:12',
    '1/2/01:12',
    '0/01:12',
    '01:12.5',
    '+01:12',
    '<b>1</b>',
  ])('is not: %s', (text) => {
    expect(splitAtMoments(text, fiveMinutes)).toEqual([text]);
  });

  it('in a call of hours has them in front', () => {
    expect(momentsIn('1:02:03 puis 59:59', 7200)).toMatchObject([{ at: 3723 }, { at: 3599 }]);
  });

  it('leaves every letter around it where it was', () => {
    const text = 'a <i>00:10</i>\n01:12, 2/00:30 & 99:99';
    const parts = splitAtMoments(text, fiveMinutes);
    expect(parts.filter((part) => typeof part !== 'string')).toHaveLength(3);
    expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(text);
  });

  it.each([
    [0, 72.9, '01:12'],
    [1, 72, '2/01:12'],
    [0, 3723, '1:02:03'],
    [0, 0, '00:00'],
  ])('recording %i at %d s is written %s, and read as the same', (n, at, text) => {
    expect(writeMoment(n, at)).toBe(text);
    expect(momentsIn(text, 7200)).toEqual([{ n, at: Math.floor(at), text }]);
  });

  it('is named by a link, which holds nothing else', () => {
    const named = momentReference('1795435200-1a2b3c', { n: 1, at: 72 });
    expect(readMomentReference(named)).toEqual({ key: '1795435200-1a2b3c', n: 1, at: 72 });
    for (const other of ['', '1795435200-1a2b3c', `${named}x`, '1795435200-1a2b3c.0.72', '../x.1.72']) {
      expect(readMomentReference(other)).toBeUndefined();
    }
  });
});
