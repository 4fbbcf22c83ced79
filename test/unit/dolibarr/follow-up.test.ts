import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFollowUp, writeFollowUp } from '../../../lib/dolibarr/follow-up';

/** 25 November 2026, 9:00 in Paris */
const nine = Date.parse('2026-11-25T09:00:00+01:00') / 1000;
const sophie = { id: 2, name: 'Sophie Vente' };

describe('who calls back, and when, in the location of an event', () => {
  it('is read by people in Dolibarr as well', () => {
    expect(writeFollowUp({ assigned: sophie, until: nine }, '', 60)).toBe(
      '→ Sophie Vente (2) · ⏰ 2026-11-25 09:00 +01:00',
    );
    expect(writeFollowUp({ until: nine }, '', -210)).toBe('⏰ 2026-11-25 04:30 -03:30');
    expect(writeFollowUp({ until: 0 }, '', 60)).toBe('');
  });

  it('is the same time in every zone', () => {
    expect(readFollowUp('⏰ 2026-11-25 04:30 -03:30')).toEqual({ until: nine, rest: '' });
  });

  it('stands beside what somebody wrote there, which stays', () => {
    const both = writeFollowUp({ assigned: sophie, until: 0 }, 'Salle 2 · au fond', 60) ?? '';
    expect(readFollowUp(both)).toEqual({ assigned: sophie, until: 0, rest: 'Salle 2 · au fond' });
    expect(writeFollowUp({ until: 0 }, readFollowUp(both).rest, 60)).toBe('Salle 2 · au fond');
  });

  it('gives way where there is no room: what somebody wrote is never cut', () => {
    expect(writeFollowUp({ assigned: sophie, until: nine }, 'x'.repeat(120), 60)).toBeUndefined();
    const long = writeFollowUp({ assigned: { id: 7, name: 'Marie '.repeat(40) }, until: nine }, 'Salle 2', 60) ?? '';
    expect(long.length).toBeLessThanOrEqual(128);
    expect(readFollowUp(long)).toMatchObject({ assigned: { id: 7 }, until: nine, rest: 'Salle 2' });
  });

  it('comes back whatever the name of the colleague and the other words', () => {
    const whole = fc.record({
      id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      name: fc.string({ maxLength: 60, unit: 'grapheme' }),
      minutes: fc.integer({ min: 1, max: 60_000_000 }),
      east: fc.integer({ min: -14 * 60, max: 14 * 60 }),
      rest: fc.constantFrom('', 'Salle 2', 'a · b', '→', '(3)', '⏰ demain'),
    });
    fc.assert(
      fc.property(whole, ({ id, name, minutes, east, rest }) => {
        const text = writeFollowUp({ assigned: { id, name }, until: minutes * 60 }, rest, east) ?? '';
        expect(readFollowUp(text)).toMatchObject({ assigned: { id }, until: minutes * 60, rest });
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });

  it('is nothing in any other words', () => {
    for (const words of ['Lyon', '→ Sophie', '⏰ 9 h', '⏰ 2026-13-40 09:00 +01:00', ''])
      expect(readFollowUp(words)).toEqual({ until: 0, rest: words });
  });
});
