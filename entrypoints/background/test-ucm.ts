import type { ConnectionTest } from '../../lib/questions/questions';
import { readAbout } from '../../lib/ucm/about';
import type { Parts } from './parts';

/** One login, and what the UCM says of itself in that session. Throws AppError. */
export async function testUcm({
  connections,
  staff,
}: Parts): Promise<Pick<ConnectionTest, 'staff'> & { found: string }> {
  await connections.ucmReady();
  await connections.ucm.test();
  // Neither of the two tells anything of the machine.
  const spoken = await connections.ucm.spoken();
  if (spoken === 'cdr') return { found: 'CDR/REC API' };
  if (spoken === 'rest') return { found: 'REST' };
  const { model, firmware } = await readAbout(connections.ucm, Date.now());
  const found = [model, firmware].filter((word) => word !== undefined).join(' · ');
  // Calls can be read: whatever goes wrong with names is no failure of the connection.
  const counts = await staff.read().catch(() => undefined);
  return { found, ...(counts ? { staff: counts } : {}) };
}
