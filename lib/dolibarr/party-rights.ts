import { AppError } from '../errors';
import type { DolibarrRest } from './rest';

/** What the key's user may change of the directory. */
export interface PartyRights {
  thirdparty: boolean;
  contact: boolean;
}

/** An id that nobody has: a database counts up to it only after two thousand million. */
const NOBODY = 2_147_483_647;

/** Rights as Dolibarr's REST API names them. */
export const writeRight = { thirdparty: 'societe/creer', contact: 'societe/contact/creer' } as const;
const paths = { thirdparty: 'thirdparties', contact: 'contacts' } as const;

/**
 * Learnt without the right to read one's own: of a change to somebody who is not there, Dolibarr says first whether one may
 * not, then that he is not there (tried on 14 to 24). Nothing is changed either way.
 */
export async function readPartyRights(rest: Pick<DolibarrRest, 'send'>, signal?: AbortSignal): Promise<PartyRights> {
  const may = async (kind: keyof PartyRights): Promise<boolean> => {
    try {
      await rest.send('PUT', `${paths[kind]}/${NOBODY}`, {}, writeRight[kind], signal);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'dolibarr-right') return false;
      throw error;
    }
  };
  const [thirdparty, contact] = await Promise.all([may('thirdparty'), may('contact')]);
  return { thirdparty, contact };
}
