import { expect, it } from 'vitest';
import { type FollowUpRules, isFollowedUp } from '../../../lib/calls/missed';
import { zoneClock } from '../../../lib/calls/zone-clock';

const paris = zoneClock('Europe/Paris');
/** Monday, 23 November 2026, at this hour in Paris */
const at = (hour: number) => Date.UTC(2026, 10, 23, hour - 1) / 1000;
const all: FollowUpRules = { seconds: 0, menu: true };
const work = { days: [1, 2, 3, 4, 5], from: 480, until: 1080 };

it('whoever got nobody is to be called back, however short, at any hour, from the menu too, unless set otherwise', () => {
  for (const outcome of ['missed', 'menu', 'voicemail', 'busy'] as const) {
    expect(isFollowedUp({ start: at(3), outcome, ring: 0 }, all, paris)).toBe(true);
  }
});

it('who left a message or met an engaged line did not give up by himself: no second is too short', () => {
  const rules = { ...all, seconds: 30 };
  for (const outcome of ['voicemail', 'busy', 'failed'] as const) {
    expect(isFollowedUp({ start: at(9), outcome, ring: 0 }, rules, paris)).toBe(true);
  }
  expect(isFollowedUp({ start: at(9), outcome: 'missed', ring: 29 }, rules, paris)).toBe(false);
  expect(isFollowedUp({ start: at(9), outcome: 'menu', ring: 29 }, rules, paris)).toBe(false);
  expect(isFollowedUp({ start: at(9), outcome: 'missed', ring: 30 }, rules, paris)).toBe(true);
});

it('who hung up in the voice menu is left out alone', () => {
  const rules = { ...all, menu: false };
  expect(isFollowedUp({ start: at(9), outcome: 'menu', ring: 60 }, rules, paris)).toBe(false);
  expect(isFollowedUp({ start: at(9), outcome: 'missed', ring: 1 }, rules, paris)).toBe(true);
});

it('working hours are those of the clock of the person, by day of the week', () => {
  const rules = { ...all, hours: work };
  expect(isFollowedUp({ start: at(8), outcome: 'missed', ring: 9 }, rules, paris)).toBe(true);
  expect(isFollowedUp({ start: at(7), outcome: 'missed', ring: 9 }, rules, paris)).toBe(false);
  expect(isFollowedUp({ start: at(18), outcome: 'voicemail', ring: 9 }, rules, paris)).toBe(false);
  const sunday = at(9) - 86_400;
  expect(isFollowedUp({ start: sunday, outcome: 'missed', ring: 9 }, rules, paris)).toBe(false);
});
