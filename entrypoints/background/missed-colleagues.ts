import { READ_USERS, readColleagues } from '../../lib/dolibarr/colleagues';
import type { Colleague } from '../../lib/dolibarr/follow-up';
import { shapeOf } from '../../lib/errors';
import type { MissedColleagues } from '../../lib/questions/missed';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { Connections } from './connections';
import type { CardNotes } from './notes';

/** ms for which the list of users is believed */
const BELIEVED = 10 * 60_000;

/** Whom a missed call may be given to. Throws AppError where Dolibarr cannot be asked. */
export function createMissedColleagues({
  settings,
  connections,
  cardNotes,
}: {
  settings: SettingsStore;
  connections: Connections;
  cardNotes: CardNotes;
}): () => Promise<MissedColleagues> {
  let known: { of: number; at: number; users: Colleague[] | undefined } | undefined;

  /** undefined where the key may not read them */
  async function usersFor(id: number): Promise<Colleague[] | undefined> {
    if (known?.of === id && Date.now() - known.at < BELIEVED) return known.users;
    const users = await readColleagues(connections.dolibarr).catch((error: unknown) => {
      if (shapeOf(error).code !== 'dolibarr-right') throw error;
      return undefined;
    });
    known = { of: id, at: Date.now(), users };
    return users;
  }

  return async () => {
    if ((await settings.read()).notes.events === 'none') return { others: [], missing: '' };
    await connections.dolibarrReady();
    const { id, name, mayWrite, mayWriteOthers } = await cardNotes.agenda.user();
    if (!mayWrite) return { others: [], missing: 'agenda/myactions/create' };
    const me = { id, name };
    if (!mayWriteOthers) return { me, others: [], missing: 'agenda/allactions/create' };
    const users = await usersFor(id);
    return { me, others: (users ?? []).filter((one) => one.id !== id), missing: users ? '' : READ_USERS };
  };
}
