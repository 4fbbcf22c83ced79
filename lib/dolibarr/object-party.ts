import * as z from 'zod/mini';
import { AppError } from '../errors';
import { idOrNone } from './fields';
import type { ObjectRef } from './page';
import type { DolibarrRest } from './rest';

/** By the folder of an object's pages: its path in the REST API, and the right to read it. */
const objects = new Map([
  ['comm/propal', { path: 'proposals', right: 'propal/lire' }],
  ['commande', { path: 'orders', right: 'commande/lire' }],
  ['compta/facture', { path: 'invoices', right: 'facture/lire' }],
  ['projet', { path: 'projects', right: 'projet/lire' }],
]);

const objectRow = z.object({ socid: idOrNone });

/** Id of the object's thirdparty; 0 when it has none, is not there, or may not be read with this key. */
export async function thirdpartyOf(
  rest: Pick<DolibarrRest, 'read'>,
  { folder, id }: ObjectRef,
  signal?: AbortSignal,
): Promise<number> {
  const object = objects.get(folder);
  if (!object) return 0;
  try {
    const read = objectRow.safeParse(await rest.read(`${object.path}/${id}`, {}, object.right, signal));
    return read.success ? read.data.socid : 0;
  } catch (error) {
    // a plain user often may not read invoices by the API, and a module may be off: nothing to say there
    if (error instanceof AppError && ['dolibarr-right', 'dolibarr-module-off'].includes(error.code)) return 0;
    throw error;
  }
}
