import { describe, expect, it } from 'vitest';
import { createTimes } from '../../../components/call/times';

const at = (...parts: [number, number, number, number, number]): number => new Date(...parts).getTime() / 1000;
const plain = (text: string): string => text.replace(/\s/g, ' ');
const french = createTimes('fr', 'fr-FR', 'à l’instant');

describe('dates and lengths', () => {
  it('are written as the page writes them', () => {
    const call = at(2026, 10, 3, 14, 5);
    expect([french.date(call), french.time(call)]).toEqual(['03/11/2026', '14:05']);
    const american = createTimes('en', 'en-US', 'just now');
    expect([american.date(call), plain(american.time(call))]).toEqual(['11/03/2026', '02:05 PM']);
  });

  it('name today and yesterday by the calendar, not by 24 hours', () => {
    const now = at(2026, 10, 23, 0, 10);
    expect(french.day(at(2026, 10, 23, 0, 5), now)).toBe('aujourd’hui');
    expect(french.day(at(2026, 10, 22, 23, 50), now)).toBe('hier');
    expect(french.day(at(2026, 10, 21, 23, 50), now)).toBe('21/11/2026');
  });

  it.each([
    [20, 'à l’instant'],
    [245, 'il y a 4 minutes'],
    [7200, 'il y a 2 heures'],
    [86_400, 'hier'],
    [3 * 86_400, 'il y a 3 jours'],
    [-30, 'à l’instant'],
  ])('%i s ago is “%s”', (passed, words) => {
    const now = at(2026, 10, 23, 14, 12);
    expect(plain(french.ago(now - passed, now))).toBe(words);
  });

  it.each([
    [0, '0 s', '0:00'],
    [41, '41 s', '0:41'],
    [180, '3 min', '3:00'],
    [192, '3 min 12 s', '3:12'],
    [3723, '1 h 2 min', '1:02:03'],
  ])('%i s is %s, or %s in a column', (seconds, words, clock) => {
    expect(plain(french.length(seconds))).toBe(words);
    expect(french.clock(seconds)).toBe(clock);
  });
});
