import type { SyncState } from '../../lib/questions/questions';

/** A button is worth pressing only where the machines may be asked: set up, and with what was entered still there. */
export function maySync({ phase, error }: SyncState): boolean {
  return phase !== 'not-set-up' && error?.code !== 'secrets-gone';
}
