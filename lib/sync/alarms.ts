/** What is needed of the browser's alarms. */
export interface Alarms {
  get(name: string): Promise<{ periodInMinutes?: number | undefined; scheduledTime: number } | undefined>;
  create(name: string, info: { periodInMinutes?: number; delayInMinutes: number }): void | Promise<void>;
  clear(name: string): Promise<boolean>;
}

export const SYNC_ALARM = 'sync';
/** Fires while a run is unfinished: a worker that was killed in the middle goes on within a minute. */
export const RESUME_ALARM = 'resume';
/** Notes wait to be sent. */
export const NOTES_ALARM = 'notes';

/**
 * Sets the period of the synchronisation. An alarm made again loses its phase, so it is made only when it differs;
 * a background that wakes often would otherwise never see it fire. Its phase is by chance (`random` from 0 to below 1):
 * fifty browsers that are started at nine do not come at once ever after.
 */
export async function scheduleSync(alarms: Alarms, minutes: number, random = Math.random()): Promise<void> {
  const alarm = await alarms.get(SYNC_ALARM);
  if (alarm?.periodInMinutes === minutes) return;
  await alarms.create(SYNC_ALARM, { periodInMinutes: minutes, delayInMinutes: minutes * (1 - random / 2) });
}

export async function scheduleResume(alarms: Alarms): Promise<void> {
  await alarms.create(RESUME_ALARM, { periodInMinutes: 1, delayInMinutes: 1 });
}

export async function clearResume(alarms: Alarms): Promise<void> {
  await alarms.clear(RESUME_ALARM);
}

/** UTC epoch seconds of the next run, 0 when none is planned. */
export async function nextSync(alarms: Alarms): Promise<number> {
  const alarm = await alarms.get(SYNC_ALARM);
  return alarm ? Math.round(alarm.scheduledTime / 1000) : 0;
}

/** Brings the background back to send notes in so many ms, or in half a minute, the least there is. */
export async function scheduleNotes(alarms: Alarms, ms: number): Promise<void> {
  await alarms.create(NOTES_ALARM, { delayInMinutes: Math.max(0.5, ms / 60_000) });
}
