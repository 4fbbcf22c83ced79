import type { ConnectionTest } from '../../lib/questions/options';
import { readAbout } from '../../lib/ucm/about';
import { clockTold } from './clock-told';
import type { Parts } from './parts';
import { hereOffset } from './synchronisation';

type Told = Pick<ConnectionTest, 'staff' | 'clock'> & { found: string };

/** One login, and what the UCM says of itself in that session. Throws AppError. */
export async function testUcm({ connections, staff, sync }: Parts): Promise<Told> {
  await connections.ucmReady();
  await connections.ucm.test();
  // Neither of the two tells anything of the machine.
  const spoken = await connections.ucm.spoken();
  if (spoken === 'cdr') return { found: 'CDR/REC API' };
  if (spoken === 'rest') return { found: 'REST' };
  const about = await readAbout(connections.ucm, Date.now());
  const { toldByCalls } = await sync.known();
  const clock = clockTold(about, toldByCalls, Math.floor(Date.now() / 1000), hereOffset);
  // Calls can be read: whatever goes wrong with names is no failure of the connection.
  const counts = await staff.read().catch(() => undefined);
  return {
    found: [about.model, about.firmware].filter((word) => word !== undefined).join(' · '),
    ...(counts ? { staff: counts } : {}),
    ...(Object.keys(clock).length > 0 ? { clock } : {}),
  };
}
