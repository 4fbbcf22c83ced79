import { describe, expect, it } from 'vitest';
import {
  type Alarms,
  clearResume,
  RESUME_ALARM,
  scheduleResume,
  scheduleSync,
  wasCutOff,
} from '../../../lib/sync/alarms';

/** The browser's alarms, as far as they outlive the background. */
function browser(): Alarms {
  const set = new Map<string, { periodInMinutes?: number | undefined; scheduledTime: number }>();
  return {
    get: async (name) => set.get(name),
    create: (name, { periodInMinutes, delayInMinutes }) =>
      void set.set(name, { periodInMinutes, scheduledTime: delayInMinutes }),
    clear: async (name) => set.delete(name),
  };
}

describe('a background that has just been woken', () => {
  it('knows that a run was cut off: its alarm is still there', async () => {
    const alarms = browser();
    await scheduleSync(alarms, 15);
    expect(await wasCutOff(alarms)).toBe(false);
    await scheduleResume(alarms);
    expect(await wasCutOff(alarms)).toBe(true);
    await clearResume(alarms);
    expect(await wasCutOff(alarms)).toBe(false);
  });

  it('takes a run that failed, and is tried again in a while, for no such run', async () => {
    const alarms = browser();
    await alarms.create(RESUME_ALARM, { delayInMinutes: 1.3 });
    expect(await wasCutOff(alarms)).toBe(false);
  });
});
