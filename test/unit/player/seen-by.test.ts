import { expect, it } from 'vitest';
import { seenBy } from '../../../lib/player/seen-by';

const garage = {
  recording: { call: '1795422561-xya20q', n: 1 },
  of: 2,
  owner: 'thirdparty:1',
  label: 'Garage Lefèvre',
  card: 'https://erp.example/societe/card.php?socid=1#calls',
  status: 'playing' as const,
  position: 12,
  duration: 192,
  received: 100,
  total: 200,
  speed: 1,
  volume: 1,
  muted: false,
  at: 1,
  error: { code: 'recording-gone' as const, detail: { subject: 'auto-1-0639981234-203.wav' } },
  peaks: [1, 2, 3],
  unkept: false,
};

it('the card that a recording was started from is told all of it', () => {
  expect(seenBy('thirdparty:1', garage)).toMatchObject({ label: 'Garage Lefèvre', peaks: [1, 2, 3] });
});

it.each(['thirdparty:2', 'contact:1'])('the card of another (%s) is told that something plays, not whose', (other) => {
  const told = seenBy(other, garage);
  expect(told).toMatchObject({ status: 'playing', position: 12, duration: 192 });
  expect(JSON.stringify(told)).not.toMatch(/Lefèvre|xya20q|0639981234|socid|thirdparty/);
  expect(told?.peaks).toEqual([]);
});

it.each(['ended', 'failed'] as const)(
  'what %s is nothing to another card, which could only fail to play it again',
  (status) => {
    expect(seenBy('thirdparty:2', { ...garage, status })).toBeUndefined();
    expect(seenBy('thirdparty:1', { ...garage, status })).toMatchObject({ status });
  },
);
