import type { Settings } from './settings';

/** Days of history that are read: as many as are wanted, and not what would be dropped again. */
export function wantedDays({ sync, retention }: Settings): number {
  return Math.min(sync.days, keptDays({ retention }));
}

/** Days for which calls are kept; a month has thirty. */
export function keptDays({ retention }: Pick<Settings, 'retention'>): number {
  return retention.callMonths * 30;
}
