import type { StaffStore } from '../../lib/store/staff';
import { readStaff, type StaffRead } from '../../lib/ucm/staff';
import type { Connections } from './connections';
import type { Change } from './tell-changes';

/** ms between two readings by the synchronisation */
const EVERY = 86_400_000;

export interface StaffReader {
  /** Reads who has which extension; tells how many each list holds. Throws AppError. */
  read(signal?: AbortSignal): Promise<StaffRead['counts']>;
  /** The same once a day, where a session is open anyway: never a login for names alone. Never fails. */
  daily(signal?: AbortSignal): Promise<void>;
}

interface StaffDeps {
  connections: Pick<Connections, 'ucm' | 'hasUcmSession'>;
  staff: StaffStore;
  changed(what: Change): void;
  /** UTC epoch ms */
  now(): number;
}

/** Names beside extensions, as far as the UCM's API user may read them. */
export function createStaffReader({ connections, staff, changed, now }: StaffDeps): StaffReader {
  async function read(signal?: AbortSignal): Promise<StaffRead['counts']> {
    const { named, counts } = await readStaff(connections.ucm, signal);
    if (await staff.write({ at: now(), named })) changed('calls');
    return counts;
  }

  return {
    read,
    async daily(signal) {
      try {
        const kept = await staff.read();
        const age = now() - (kept?.at ?? 0);
        // a clock that was set back must not put it off for ever
        if (kept && age >= 0 && age < EVERY) return;
        if ((await connections.ucm.spoken()) !== 'https' || !(await connections.hasUcmSession())) return;
        // Put down first: a UCM that fails here is not asked again with every run.
        await staff.write({ at: now(), named: kept?.named ?? [] });
        await read(signal);
      } catch {
        // calls are what the run is for; names come another day
      }
    },
  };
}
