import { expect, it } from 'vitest';
import { keptDays, wantedDays } from '../../../lib/settings/history';
import { defaultSettings } from '../../../lib/settings/settings';

it('nothing is read that would be dropped again', () => {
  const settings = {
    ...defaultSettings,
    sync: { minutes: 15, days: 365 },
    retention: { callMonths: 3, logDays: 30, mayDelete: true },
  };
  expect(keptDays(settings)).toBe(90);
  expect(wantedDays(settings)).toBe(90);
  expect(wantedDays({ ...settings, retention: { callMonths: 24, logDays: 30, mayDelete: true } })).toBe(365);
});
